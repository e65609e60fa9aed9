/** What stands in the first rows, which of them is the header, and what does each column hold? */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import {
  countColumns,
  toColumnLetter,
  withField,
  withHeaderRow,
  type ImportMapping,
} from '../../state/import-mapping.ts'
import { listFields } from './listed-fields.ts'
import { useImportWords } from './use-import-words.ts'

interface SampleRow {
  readonly at: number
  readonly cells: readonly (string | null)[]
}

interface SampleTableProps {
  readonly noun: ImportNoun
  readonly rows: readonly SampleRow[]
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

/** The row of a format that names its columns itself. */
const namesOfFormat = 0

/** As many as a screen takes: a file of thousands of columns is refused by the server. */
const mostColumns = 200

export function SampleTable(props: SampleTableProps) {
  const { p } = useImportWords()
  const { rows, mapping, onChange } = props
  const columns = Array.from({ length: Math.min(mostColumns, countColumns(rows, mapping)) }, (_, at) => at)
  return (
    <>
      <p className="note">
        {p(rows[0]?.at === namesOfFormat ? 'mapping.named_itself' : 'mapping.header_hint')}
      </p>
      <div className="import-sample" tabIndex={0} role="region" aria-label={p('mapping.sample')}>
        <table>
          <caption className="visually-hidden">{p('mapping.sample')}</caption>
          <thead>
            <tr>
              <th scope="col">{p('mapping.at')}</th>
              {columns.map((column) => (
                <ColumnHead key={column} column={column} {...props} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, cells }) => {
              const isNamed = at === namesOfFormat
              const isHeader = isNamed || mapping.header_rows.includes(at)
              return (
                <tr key={at} className={isHeader ? 'import-sample-header' : undefined}>
                  <th scope="row">
                    {isNamed ? (
                      p('mapping.names')
                    ) : (
                      <label>
                        <input
                          type="checkbox"
                          checked={isHeader}
                          aria-label={p('mapping.header_row', { at })}
                          onChange={() => onChange(withHeaderRow(mapping, at))}
                        />
                        {at}
                      </label>
                    )}
                  </th>
                  {columns.map((column) => (
                    <td
                      key={column}
                      className={toField(mapping, column) === null ? 'import-skipped' : undefined}
                    >
                      {cells[column] ?? ''}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

function toField(mapping: ImportMapping, column: number): string | null {
  return mapping.columns.find((one) => one.column === column)?.field ?? null
}

function ColumnHead({
  column,
  noun,
  rows,
  mapping,
  onChange,
}: SampleTableProps & { readonly column: number }) {
  const { p, language } = useImportWords()
  const mapped = mapping.columns.find((one) => one.column === column)
  const headers = rows.filter(({ at }) => at === namesOfFormat || mapping.header_rows.includes(at))
  const shown = headers.flatMap(({ cells }) => cells[column] ?? []).join(' / ')
  const title = mapped?.title ?? shown
  const by = mapped === undefined || mapped.field === null ? 'none' : mapped.by
  const isLeftOut = mapped?.field === null && mapped.by === 'person'
  return (
    <th scope="col">
      <span className="import-letter">{toColumnLetter(column)}</span>
      <select
        aria-label={p('mapping.column', {
          letter: toColumnLetter(column),
          title: title === '' ? p('mapping.untitled') : title,
        })}
        value={mapped?.field ?? ''}
        onChange={({ target }) =>
          onChange(withField(mapping, { column, title, field: target.value === '' ? null : target.value }))
        }
      >
        <option value="">{p('mapping.skip')}</option>
        {listFields(noun, language).map((field) => (
          <option key={field.name} value={field.name}>
            {field.required === 'no' ? field.title : `${field.title} *`}
          </option>
        ))}
      </select>
      <span className={by === 'none' ? 'import-by soft' : 'import-by'}>
        {isLeftOut ? p('mapping.by.person') : p(`mapping.by.${by}`)}
      </span>
    </th>
  )
}
