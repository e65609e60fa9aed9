/** Rows as a spreadsheet has them become a table, and a table is understood as by the server. */
import { findHeader } from '../../../core/import/find-header.ts'
import { interpretTable, type Interpreted } from '../../../core/import/interpret.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { RawCell, RawTable } from '../../../core/import/raw-table.ts'
import type { Mapping, ReadRecord } from '../../../core/import/read-record.ts'
import { readKnownProvince } from '../../helpers/known-province.ts'

export const known = readKnownProvince('2021-07-01')

export function toTable(...rows: readonly (readonly RawCell[])[]): RawTable {
  return { name: 'Sheet1', header: null, rows: rows.map((cells, index) => ({ at: index + 1, cells })) }
}

/** Fields by the titles of their columns. */
export function listFields({ columns }: Mapping): Record<string, string> {
  return Object.fromEntries(columns.flatMap(({ title, field }) => (field === null ? [] : [[title, field]])))
}

export interface Asked {
  readonly constants?: Readonly<Record<string, string>>
  readonly answers?: ReadonlyMap<string, string>
}

export function understand(
  noun: ImportNoun,
  table: RawTable,
  { constants = {}, answers = new Map() }: Asked = {},
): Interpreted {
  const { mapping } = findHeader(table, noun)
  const completed = { ...mapping, constants: { ...mapping.constants, ...constants } }
  return interpretTable(table, { noun, mapping: completed, known, answers })
}

export function listCodes({ problems }: ReadRecord): string[] {
  return problems.map(({ code, field }) => `${code} ${field ?? '-'}`)
}
