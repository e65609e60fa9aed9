/** Which cells does a merge cover? Some programs leave in them what stood there before. */
import { ImportFileError } from '../../../../core/import/problems.ts'
import type { RawRow } from '../../../../core/import/raw-table.ts'

/** Rows as the sheet counts, columns from 0; all ends belong to it. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const letterA = 64

/** `AB12` → 27; -1 where there is no letter. */
export function toColumn(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) - letterA
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

export function toMerge(ref: string, part: string): Merge {
  const [, first, top, last, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? []
  if (first === undefined || last === undefined) throw new ImportFileError('file_damaged', { part })
  return { top: Number(top), bottom: Number(bottom), left: toColumn(first), right: toColumn(last) }
}

/** Merges that share no cell cover no more rows than this; others are made to keep a reader busy, and are left alone. */
const mostMergedRows = 2_000_000

export function withoutCovered(rows: readonly RawRow[], merges: readonly Merge[]): readonly RawRow[] {
  if (merges.length === 0) return rows
  const covered = new Map<number, Merge[]>()
  const ats = new Set(rows.map(({ at }) => at))
  let work = 0
  for (const merge of merges) {
    for (let at = merge.top; at <= merge.bottom; at++) {
      work += 1
      if (work > mostMergedRows) return rows
      if (!ats.has(at)) continue
      const over = covered.get(at)
      if (over === undefined) covered.set(at, [merge])
      else over.push(merge)
    }
  }
  return rows.flatMap((row) => {
    const over = covered.get(row.at)
    return over === undefined ? [row] : withoutCells(row, over)
  })
}

function withoutCells(row: RawRow, merges: readonly Merge[]): RawRow[] {
  const cells = [...row.cells]
  for (const { top, left, right } of merges) {
    for (let column = left; column <= right && column < cells.length; column++) {
      if (row.at !== top || column !== left) cells[column] = null
    }
  }
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  return cells.length === 0 ? [] : [{ ...row, cells }]
}
