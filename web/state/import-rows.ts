/** Which pages hold the rows that are in sight, and how do the rows of a record read? */
import type { ImportRow } from '../../core/api/imports.ts'

export interface RowsInSight {
  readonly first: number
  readonly last: number
}

/** Whether nothing is there yet, be it that the row waits for somebody to accept it. */
export function isNewRecord({
  status,
  record_id,
  changes,
}: Pick<ImportRow, 'status' | 'record_id' | 'changes'>): boolean {
  return status === 'new' || (record_id === null && changes.every(({ before }) => before === null))
}

export function toPagesInSight({ first, last }: RowsInSight, page_rows: number): number[] {
  const [from, to] = [Math.floor(Math.max(0, first) / page_rows), Math.floor(Math.max(0, last) / page_rows)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

/** `12, 13` up to a few; of more the first ones. */
export function toRowNumbers(rows: readonly number[], most = 4): string {
  return rows.length <= most ? rows.join(', ') : `${rows.slice(0, most).join(', ')}, …`
}
