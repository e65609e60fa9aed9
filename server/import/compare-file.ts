/** What would a file change? Understood, compared with the records and with the sender's last list, and kept for whoever looks. */
import { createHash } from 'node:crypto'
import type { ImportRow } from '../../core/api/imports.ts'
import { makeCellFinder, type CellFinder } from '../../core/import/find-cell.ts'
import { toPlannedRow, type PlannedRow } from '../../core/import/planned-row.ts'
import type { Question } from '../../core/import/read-record.ts'
import { rowStatuses, type ConflictCode, type RowStatus } from '../../core/import/states.ts'
import { toStoredDegrees } from '../../core/stored-degrees.ts'
import type { Client } from '../db/database.ts'
import { beginCheck, endCheck, keepRows, listSaid, type KeptRow } from '../db/imports/import-rows.ts'
import type { CompareQuestion, Comparer, MissingRecord } from '../db/imports/import-target.ts'
import { findEarlier, type CheckSide, type KeptCheck, type KeptImport } from '../db/imports/imports.ts'
import { importTargets } from '../db/imports/targets.ts'
import { inPortions } from '../db/portions.ts'
import { takeTurns } from './take-turns.ts'
import { toOutline } from './to-outline.ts'
import type { UnderstoodFile } from './understand-file.ts'

export interface FileQuestion {
  readonly kept: KeptImport
  readonly understood: UnderstoodFile
  readonly side: CheckSide
  /** Of the sender where it is a carrier. */
  readonly carrier_code: string | null
  readonly purpose: CompareQuestion['purpose']
  readonly today: string
  readonly signal: AbortSignal
  /** How many rows are compared. */
  readonly onProgress: (done: number) => void
}

export interface FileComparison {
  /** Compared as they are taken: the first are written while the last are still read. */
  readonly rows: AsyncIterable<readonly PlannedRow[]>
  /** After the last row was taken. */
  readonly end: () => Promise<ComparedFile>
}

export interface ComparedFile {
  readonly missing: readonly MissingRecord[]
  readonly check: Omit<KeptCheck, 'checked_at'>
}

export async function beginComparison(client: Client, question: FileQuestion): Promise<FileComparison> {
  const { kept, understood, side, carrier_code, purpose, today } = question
  const { records } = understood
  const target = importTargets[kept.noun]
  const earlier = await findEarlier(client, kept)
  // What was applied the Sở compared; of a carrier's own lists it is told what it sent.
  const said = earlier === null ? null : await listSaid(client, { import_id: earlier.id, side: 'staff' })
  const listedBefore = said?.filter(({ status }) => status !== 'missing') ?? null
  const compare = await target.prepare(client, {
    records,
    purpose,
    carrier_code,
    by: side === 'sender' ? 'carrier' : 'staff',
    said_before: new Map(listedBefore?.map(({ key, said: values }) => [key, values]) ?? []),
    today,
  })
  const tally = createTally()
  return {
    rows: compareRows(question, compare, tally),
    end: async () => {
      const asked = {
        carrier_code,
        said_before: listedBefore === null ? null : new Set(listedBefore.map(({ key }) => key)),
        listed: tally.keys,
      }
      const missing = (await target.listMissing?.(client, asked)) ?? []
      return { missing, check: tally.toCheck(missing, understood.questions) }
    },
  }
}

/** Some milliseconds of work. */
const rowsPerTurn = 100

async function* compareRows(
  { kept, understood: { records }, signal, onProgress }: FileQuestion,
  compare: Comparer,
  tally: Tally,
): AsyncGenerator<readonly PlannedRow[], void> {
  const decisions = {
    accepted: new Set(kept.choices.accepted ?? []),
    rows: new Map(
      Object.entries(kept.choices.rows ?? {}).flatMap(([at, decision]) =>
        decision === null ? [] : [[Number(at), decision] as const],
      ),
    ),
  }
  let done = 0
  for (const portion of inPortions(records)) {
    const rows: PlannedRow[] = []
    for (const record of portion) {
      const row = toPlannedRow(record, compare(record, done), decisions)
      tally.add(row)
      rows.push(row)
      done += 1
      if (done % rowsPerTurn !== 0) continue
      onProgress(done)
      await takeTurns(signal)
    }
    yield rows
  }
}

/** Takes the place of the comparison before. */
export async function keepComparison(client: Client, question: FileQuestion): Promise<void> {
  const of = { import_id: question.kept.id, side: question.side }
  const comparison = await beginComparison(client, question)
  const findCell = makeCellFinder(question.understood.found.mapping)
  await beginCheck(client, of)
  const kept = await keepRows(client, of, { rows: listShown(), from: 0 })
  const { missing, check } = await comparison.end()
  await keepRows(client, of, { rows: inPortions(missing.map(toMissingRow)), from: kept })
  await endCheck(client, of, check)

  async function* listShown(): AsyncGenerator<readonly KeptRow[], void> {
    for await (const rows of comparison.rows) yield rows.map((row) => toKeptRow(row, findCell))
  }
}

interface Tally {
  /** By which the sender's last list is searched. */
  readonly keys: ReadonlySet<string>
  readonly add: (row: PlannedRow) => void
  readonly toCheck: (
    missing: readonly MissingRecord[],
    questions: readonly Question[],
  ) => ComparedFile['check']
}

function createTally(): Tally {
  const counts = Object.fromEntries(rowStatuses.map((status) => [status, 0])) as Record<RowStatus, number>
  const conflicts = new Map<ConflictCode, number>()
  const keys = new Set<string>()
  const hash = createHash('sha256')
  return {
    keys,
    add: (row) => {
      const { status, record, record_id, base_version } = row
      counts[status] += 1
      for (const code of row.conflicts) conflicts.set(code, (conflicts.get(code) ?? 0) + 1)
      const key = toKey(row)
      if (key !== null) keys.add(key)
      hash.update(`${record.rows[0] ?? 0} ${status} ${record_id ?? ''} ${base_version ?? ''}\n`)
    },
    toCheck: (missing, questions) => {
      for (const { record_id, key } of missing) hash.update(`missing ${record_id ?? key}\n`)
      return {
        counts: { ...counts, missing: missing.length },
        conflicts: [...conflicts].map(([code, count]) => ({ code, rows: count })),
        questions,
        fingerprint: hash.digest('hex'),
      }
    },
  }
}

/** What tells the record from others, also in the next list. */
function toKey({ after, record }: PlannedRow): string | null {
  const code = (after as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && code !== '' ? code : record.key
}

function toKeptRow(row: PlannedRow, findCell: CellFinder): KeptRow {
  const { record } = row
  const { position } = record
  const at = record.rows[0] ?? 0
  const outline = toOutline(record.geometry)
  const to = row.to ?? (position === null ? null : ([position.lng, position.lat] as const))
  const shown: ImportRow = {
    at,
    rows: [...record.rows],
    status: row.status,
    label: record.label,
    record_id: row.record_id,
    changes: row.changes.map((change) => ({ ...change })),
    moved_m: row.moved_m,
    from: toPair(row.from),
    to: toPair(to ?? outline?.at ?? null),
    problems: row.problems.map((problem) => ({
      ...problem,
      column: problem.column ?? findCell(problem.field),
      params: { ...problem.params },
    })),
    conflicts: [...row.conflicts],
    questions: [...record.questions],
    decision: row.decision,
    ...(outline === null ? {} : { line: outline.line }),
  }
  const place =
    position === null ? {} : { lng: toStoredDegrees(position.lng), lat: toStoredDegrees(position.lat) }
  return { key: toKey(row), shown, said: { ...record.values, ...place } }
}

function toPair(position: readonly [number, number] | null): [number, number] | null {
  return position === null ? null : [position[0], position[1]]
}

function toMissingRow({ key, label, record_id, at }: MissingRecord): KeptRow {
  const shown: ImportRow = {
    at: 0,
    rows: [],
    status: 'missing',
    label,
    record_id,
    changes: [],
    moved_m: null,
    from: toPair(at),
    to: null,
    problems: [],
    conflicts: [],
    questions: [],
    decision: null,
  }
  return { key, shown, said: {} }
}
