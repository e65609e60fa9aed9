/** Which rows of a file speak of a record that an earlier row speaks of already? */
import { toRecordProblem } from './planned-row.ts'
import type { CellProblem } from './problems.ts'
import type { ReadRecord } from './read-record.ts'

/**
 * The fault of each row that repeats another, by its place among the records.
 *
 * @param toKey what tells a record from others; null: nothing can be told of it
 */
export function findRepeated(
  records: readonly ReadRecord[],
  toKey: (record: ReadRecord) => string | null,
): ReadonlyMap<number, CellProblem> {
  const first = new Map<string, number>()
  const repeated = new Map<number, CellProblem>()
  for (const [place, record] of records.entries()) {
    const key = toKey(record)
    if (key === null) continue
    const row = first.get(key)
    if (row === undefined) first.set(key, record.rows[0] ?? 0)
    else repeated.set(place, toRecordProblem('row_repeated', null, record.label, { row }))
  }
  return repeated
}
