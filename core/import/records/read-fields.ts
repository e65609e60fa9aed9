/** What do the columns of a row say that are read by the kind of their field alone? */
import { toError } from '../cell-problems.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import { getCell, toPlace } from './columns.ts'
import type { Context } from './context.ts'
import { addFault, take, type Draft } from './draft.ts'

export function readFields(row: DataRow, draft: Draft, { columns, questions }: Context): void {
  for (const one of columns.plain) {
    const cell = getCell(one, row)
    if (cell === null || typeof cell === 'object') continue
    const reading = one.read(cell)
    const { name } = one.field
    if (reading.value === null && reading.ask === null && reading.faults.length === 0) continue
    draft.said.add(name)
    if (reading.faults.length === 0 && reading.ask === null) draft.values[name] = reading.value ?? null
    else {
      const value = take(draft, reading, { place: toPlace(one, row), questions })
      if (value !== null) draft.values[name] = value
    }
  }
}

/** Cells in which the spreadsheet shows a mistake of its own. */
export function readCellFaults(row: DataRow, draft: Draft, { columns }: Context): void {
  for (const one of columns.all) {
    const cell = getCell(one, row)
    if (cell === null || typeof cell !== 'object') continue
    draft.said.add(one.field.name)
    addFault(draft, toError(cell.fault), toPlace(one, row))
  }
}

export function requireFields(fields: readonly string[], draft: Draft, { columns }: Context): void {
  for (const field of fields) {
    if (draft.said.has(field)) continue
    const column = columns.of(field)[0]?.column ?? null
    addFault(draft, toError('value_missing', { field }), { column, field, cell: null })
  }
}
