/** Which row does each old commune have in the table, and in the file that it is exported to? */
import { compareNames, toSearchText } from '../../../core/text.ts'
import { toSuccession, type Succession } from '../../../core/units/succession.ts'
import type { ListedUnit } from '../../hooks/use-succession-units.ts'

export interface CommuneRow {
  readonly old: ListedUnit
  readonly district: ListedUnit | null
  readonly successor: ListedUnit | null
  /** What the old code names now, where that is another unit. */
  readonly code_now: ListedUnit | null
}

export const communeColumns = ['old_code', 'old_name', 'district', 'new_code', 'new_name'] as const
export type CommuneColumn = (typeof communeColumns)[number]

export interface CommuneSort {
  readonly column: CommuneColumn
  readonly direction: 'asc' | 'desc'
}

export function listCommuneRows(units: readonly ListedUnit[]): CommuneRow[] {
  return units
    .filter(({ unit_set }) => unit_set === 'commune')
    .map((old) => {
      const { successor, districts, code_also_names }: Succession<ListedUnit> = toSuccession(old, units)
      const code_now = code_also_names.find(({ unit_set }) => unit_set === 'commune-2025') ?? null
      return { old, successor, district: districts[0] ?? null, code_now }
    })
}

export function toCell({ old, district, successor }: CommuneRow, column: CommuneColumn): string {
  switch (column) {
    case 'old_code':
      return old.code
    case 'old_name':
      return old.name
    case 'district':
      return district?.name ?? ''
    case 'new_code':
      return successor?.code ?? ''
    case 'new_name':
      return successor?.name ?? ''
  }
}

/** Rows of equal cells stand by the code of the old commune. */
export function sortCommuneRows(
  rows: readonly CommuneRow[],
  { column, direction }: CommuneSort,
): CommuneRow[] {
  const sign = direction === 'asc' ? 1 : -1
  return [...rows].sort(
    (a, b) =>
      sign * compareNames(toCell(a, column), toCell(b, column)) || compareNames(a.old.code, b.old.code),
  )
}

/** Rows of which any cell contains the text. */
export function filterCommuneRows(rows: readonly CommuneRow[], typed: string): readonly CommuneRow[] {
  const text = toSearchText(typed)
  if (text === '') return rows
  return rows.filter((row) =>
    [...communeColumns.map((column) => toCell(row, column)), ...row.old.alt_names].some((cell) =>
      toSearchText(cell).includes(text),
    ),
  )
}
