/** What is wrong in the file, where, and what is to be done about it? */
import type { StatementImport } from '../../../core/api/village-edits.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { toDownload } from './to-download.ts'

type Problem = StatementImport['problems'][number]

const known = [
  'village_not_found',
  'carrier_not_found',
  'source_not_found',
  'column_missing',
  'column_unknown',
  'value_missing',
  'value_invalid',
  'village_ended',
  'column_twice',
  'day_invalid',
  'day_in_future',
  'share_without_partial',
  'repeated',
  'csv_unreadable',
] as const

/** More are not told. */
const listedAtMost = 200

export function ImportProblems({ result }: { readonly result: StatementImport }) {
  const { p, formats } = usePartWords('villages')
  const carriers = useApp((state) => state.province?.carriers) ?? []
  const { rows, problems } = result
  const toRemedy = (code: string) => {
    const named = known.find((name) => name === code)
    return p(`import.remedy.${named ?? 'other'}`, {
      code,
      carriers: carriers.map((one) => one.code).join(', '),
    })
  }
  const lines = problems.map((problem) => toCells(problem, toRemedy(problem.code)))
  return (
    <section>
      <p className="edit-refusal" role="alert">
        {p('import.bad', { rows: formats.integer(rows), problems: formats.integer(problems.length) })}
      </p>
      {problems.length >= listedAtMost && <p className="soft">{p('import.many')}</p>}
      <a href={toDownload(toCsv(lines))} download="cho-chua-dung.csv">
        {p('import.download')}
      </a>
      <div className="import-table">
        <table>
          <caption className="visually-hidden">{p('import.table')}</caption>
          <thead>
            <tr>
              {(['row', 'field', 'value', 'remedy'] as const).map((column) => (
                <th key={column} scope="col">
                  {p(`import.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((cells, line) => (
              <tr key={line}>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function toCells({ row, field, value }: Problem, remedy: string): readonly string[] {
  return [row === null ? '' : String(row), field ?? '', value ?? '', remedy]
}

/** Quoted whole; what begins like a formula is text to a spreadsheet. */
function toCsv(lines: readonly (readonly string[])[]): string {
  const toCell = (cell: string) =>
    `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
  return lines.map((cells) => `${cells.map(toCell).join(',')}\n`).join('')
}
