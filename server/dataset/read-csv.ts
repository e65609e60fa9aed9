/** Which rows does a CSV file hold? Comma, quotes, a header, UTF-8. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Columns } from './columns.ts'
import type { ProblemList } from './problems.ts'
import { readTextFile } from './read-file.ts'
import type { RawRow } from './read-table.ts'

interface CsvFile {
  readonly file: string
  readonly columns: Columns
  readonly problems: ProblemList
}

/** The rows, or null when the file as a whole cannot be read. */
export async function readCsv(path: string, { file, columns, problems }: CsvFile): Promise<RawRow[] | null> {
  const text = await readTextFile(path, file, problems)
  if (text === null) return null
  const records = parseRecords(text, file, problems)
  const [header, ...rows] = records ?? []
  if (header === undefined) {
    if (records !== null) problems.add('csv_invalid', file, { expected: Object.keys(columns).join(',') })
    return null
  }
  if (!isHeaderRight(header, { file, columns, problems })) return null
  return rows.flatMap((cells, index) => {
    if (cells.length !== header.length) {
      problems.add('csv_invalid', file, {
        row: index + 1,
        value: String(cells.length),
        expected: `${header.length} columns`,
      })
      return []
    }
    return [{ values: Object.fromEntries(header.map((name, at) => [name, cells[at]])), geometry: null }]
  })
}

function parseRecords(text: string, file: string, problems: ProblemList): string[][] | null {
  try {
    return parse(text, { relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = 'lines' in error && typeof error.lines === 'number' ? error.lines - 1 : null
    problems.add('csv_invalid', file, { row, expected: error.message })
    return null
  }
}

/** Optional columns may be left out; a column that nobody knows is a misspelt one. */
function isHeaderRight(header: readonly string[], { file, columns, problems }: CsvFile): boolean {
  const missing = Object.entries(columns).filter(
    ([name, column]) => !column.optional && column.json !== 'list' && !header.includes(name),
  )
  const unknown = header.filter((name, at) => !(name in columns) || header.indexOf(name) !== at)
  for (const [name] of missing) problems.add('column_missing', file, { field: name })
  for (const name of unknown) {
    problems.add('column_unknown', file, { field: name, expected: Object.keys(columns).join(', ') })
  }
  return missing.length === 0 && unknown.length === 0
}
