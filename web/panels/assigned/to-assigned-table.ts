/** How do the assigned villages leave the page? Those on screen, in their order, one line each. */
import type { ExportTable, ExportValue } from '../../export/export-table.ts'
import { groupAssigned, toVillageName, type AssignedRow } from '../../state/assigned-rows.ts'
import type { AssignedWords } from './use-assigned-words.ts'

export interface AssignedTable {
  /** ISO day. */
  readonly today: string
  /** What is filtered, in words; empty: everything. */
  readonly filtered_by: readonly string[]
}

export function toAssignedTable(
  words: AssignedWords,
  rows: readonly AssignedRow[],
  { today, filtered_by }: AssignedTable,
): ExportTable {
  const { p, formats } = words
  const isTold = rows.some(({ record }) => record.progress !== null)
  const columns = isTold ? [...publicColumns, ...toldColumns] : publicColumns
  return {
    title: p('title'),
    file_name: `thon-ban-duoc-giao-${today}`,
    notes: [p('count', { n: formats.integer(rows.length) }), ...filtered_by],
    columns: columns.map(({ key, kind }) => ({ title: p(`columns.${key}`), kind })),
    rows: groupAssigned(rows)
      .flatMap((grouped) => grouped.rows)
      .map((row) => columns.map(({ read }) => read(row, words))),
  }
}

interface Column {
  readonly key: keyof typeof import('../../i18n/assigned-vi.ts').assignedVi.columns
  readonly kind: 'text' | 'date' | 'integer'
  readonly read: (row: AssignedRow, words: AssignedWords) => ExportValue
}

const publicColumns: readonly Column[] = [
  { key: 'act', kind: 'text', read: ({ record }) => record.act_number ?? record.act_title },
  { key: 'act_date', kind: 'date', read: ({ record }) => record.act_issued_on },
  { key: 'row', kind: 'integer', read: ({ record }) => record.row_no },
  { key: 'village', kind: 'text', read: ({ record }) => toVillageName(record) },
  { key: 'village_printed', kind: 'text', read: ({ record }) => record.village_printed },
  { key: 'commune', kind: 'text', read: ({ record }) => record.commune_name },
  { key: 'commune_printed', kind: 'text', read: ({ record }) => record.commune_printed },
  { key: 'district', kind: 'text', read: ({ record }) => record.district_name },
  { key: 'district_printed', kind: 'text', read: ({ record }) => record.district_printed },
  { key: 'carrier', kind: 'text', read: ({ record }, { nameCarrier }) => nameCarrier(record.carrier_code) },
  { key: 'service', kind: 'text', read: ({ record }, { t }) => t(`services.${record.service}.name`) },
  { key: 'due', kind: 'date', read: ({ record }) => record.due_on },
  { key: 'today', kind: 'text', read: ({ record }, { t }) => t(`states.${record.coverage_state}`) },
]

const toldColumns: readonly Column[] = [
  { key: 'urgency', kind: 'text', read: ({ group }, { p }) => p(`groups.${group}`) },
  {
    key: 'state',
    kind: 'text',
    read: ({ record: { progress } }, { p }) => (progress === null ? null : p(`states.${progress.state}`)),
  },
  { key: 'days_late', kind: 'integer', read: ({ days_late }) => days_late },
  {
    key: 'blocker',
    kind: 'text',
    read: ({ record: { progress } }, { t }) =>
      progress === null || progress.blocker === null ? null : t(`blockers.${progress.blocker}`),
  },
  { key: 'built_promised', kind: 'date', read: ({ record }) => record.progress?.built_promised_on ?? null },
  { key: 'on_air_promised', kind: 'date', read: ({ record }) => record.progress?.on_air_promised_on ?? null },
]
