/** What do the rows of a table say? Records with all that is doubtful of them, and the questions that only a person can answer. */
import type { LngLat } from '../geo.ts'
import { toCellText } from './cell-text.ts'
import { listDataRows, type DataRow, type LeftOutRow } from './header/list-data-rows.ts'
import type { Known } from './known.ts'
import { makeNameMatcher } from './match-names.ts'
import type { ImportNoun } from './nouns.ts'
import { readZone } from './positions/zones.ts'
import type { RawTable } from './raw-table.ts'
import { makePositionReader } from './read-position.ts'
import type { Mapping, Question, ReadRecord } from './read-record.ts'
import { readAdminUnit } from './records/admin-units.ts'
import { readRoute } from './records/cable-routes.ts'
import { findText, makeColumns } from './records/columns.ts'
import { completeRows, warnOfCompletion, type CompleteRow } from './records/complete-rows.ts'
import type { Context, ReadRow, RowReader } from './records/context.ts'
import { makeDraft, makeQuestions } from './records/draft.ts'
import { readFacility } from './records/facilities.ts'
import { makeMerger } from './records/merge-records.ts'
import { readAssignment, readIndicator, readSpeed } from './records/plans.ts'
import { readCellFaults, readFields } from './records/read-fields.ts'
import { pollPositions } from './records/read-place.ts'
import { readSite } from './records/sites.ts'
import { readStatements } from './records/village-services.ts'
import { readVillageRow } from './records/villages.ts'
import { readDay } from './values/read-day.ts'

export interface Interpreted {
  readonly records: readonly ReadRecord[]
  readonly questions: readonly Question[]
  readonly left_out: readonly LeftOutRow[]
}

export interface InterpretAsked {
  readonly noun: ImportNoun
  readonly mapping: Mapping
  readonly known: Known
  /** By the keys of questions. */
  readonly answers: ReadonlyMap<string, string>
}

export interface InterpretProgress {
  readonly done: number
  readonly total: number
}

const readers: Readonly<Record<ImportNoun, RowReader>> = {
  admin_units: readAdminUnit,
  villages: readVillageRow,
  sites: readSite,
  village_services: readStatements,
  cable_routes: readRoute,
  facilities: readFacility,
  assignments: readAssignment,
  indicator_values: readIndicator,
  speed_results: readSpeed,
}

/** Between two of them a server may look after others: some milliseconds of work. */
const rowsPerChunk = 200

export function interpretTable(
  table: RawTable,
  asked: InterpretAsked & { readonly onProgress?: (progress: InterpretProgress) => void },
): Interpreted {
  const chunks = interpretChunks(table, asked)
  for (;;) {
    const step = chunks.next()
    if (step.done === true) return step.value
    asked.onProgress?.(step.value)
  }
}

export function* interpretChunks(
  table: RawTable,
  asked: InterpretAsked,
): Generator<InterpretProgress, Interpreted, void> {
  const { rows, left_out } = listDataRows(table, asked.mapping)
  yield { done: 0, total: rows.length }
  const complete = completeRows(rows, asked)
  yield { done: 0, total: complete.length }
  const context = makeContext(complete, asked)
  yield { done: 0, total: complete.length }
  const merger = makeMerger((field) => context.columns.of(field)[0]?.column ?? null)
  for (const [index, row] of complete.entries()) {
    for (const read of readRow(row, { noun: asked.noun, context })) merger.add(toRecord(read))
    if ((index + 1) % rowsPerChunk === 0) yield { done: index + 1, total: complete.length }
  }
  return { records: merger.list(), questions: context.questions.list(), left_out }
}

function makeContext(
  rows: readonly CompleteRow[],
  { noun, mapping, known, answers }: InterpretAsked,
): Context {
  const names = makeNameMatcher(known, answers, findDay(mapping, known.today))
  const columns = makeColumns({ noun, mapping, rows, names, today: known.today })
  const zone = mapping.constants['meridian'] ?? null
  const positions = makePositionReader(known.area, zone === null ? null : readZone(zone))
  const context: Context = { known, names, columns, positions, questions: makeQuestions() }
  pollPositions(rows, { columns, context, near: (row) => findNear(row, context) })
  return context
}

/** The day of which the whole list speaks: communes of a later day are not meant by it. */
function findDay({ constants }: Mapping, today: string): string {
  const said = constants['observed_on']
  return said === undefined ? today : (readDay(said, { order: 'day_first', latest: null }).value ?? today)
}

function findNear(row: DataRow, { columns, names }: Context): LngLat | null {
  const commune = findText(columns, 'commune', row)?.text ?? row.group.commune
  if (commune === '') return null
  const district = findText(columns, 'district', row)?.text ?? row.group.district
  const match = names.matchUnit({ commune, district })
  return match.type === 'found' ? (match.record.label ?? null) : null
}

function readRow(
  row: CompleteRow,
  { noun, context }: { readonly noun: ImportNoun; readonly context: Context },
): readonly ReadRow[] {
  const draft = makeDraft(row.row.at)
  warnOfCompletion(row, draft)
  readCellFaults(row, draft, context)
  readFields(row, draft, context)
  return readers[noun](row, draft, context)
}

function toRecord({ draft, label, key }: ReadRow): ReadRecord {
  const { at, values, position, geometry, problems, questions } = draft
  return { rows: [at], label: toCellText(label), key, values, position, geometry, problems, questions }
}
