/** What would a file change? Understood, compared with the records and with the sender's last list, and kept for whoever looks. */
import { createHash } from 'node:crypto'
import type { ImportRow } from '../../core/api/imports.ts'
import type { PlannedRow } from '../../core/import/planned-row.ts'
import type { Question } from '../../core/import/read-record.ts'
import { rowStatuses, type ConflictCode, type RowStatus } from '../../core/import/states.ts'
import { toStoredDegrees } from '../../core/stored-degrees.ts'
import type { Client } from '../db/database.ts'
import { listSaid, replaceCheck, type KeptRow } from '../db/imports/import-rows.ts'
import type { MissingRecord, PlanQuestion } from '../db/imports/import-target.ts'
import { findEarlier, type CheckSide, type KeptCheck, type KeptImport } from '../db/imports/imports.ts'
import { importTargets } from '../db/imports/targets.ts'
import { toOutline } from './to-outline.ts'
import type { UnderstoodFile } from './understand-file.ts'

export interface CompareQuestion {
  readonly kept: KeptImport
  readonly understood: Pick<UnderstoodFile, 'records' | 'questions'>
  readonly side: CheckSide
  /** Of the sender where it is a carrier. */
  readonly carrier_code: string | null
  readonly purpose: PlanQuestion['purpose']
  readonly today: string
}

export interface ComparedFile {
  readonly rows: readonly PlannedRow[]
  readonly missing: readonly MissingRecord[]
  readonly check: Omit<KeptCheck, 'checked_at'>
}

export async function compareFile(
  client: Client,
  { kept, understood, side, carrier_code, purpose, today }: CompareQuestion,
): Promise<ComparedFile> {
  const target = importTargets[kept.noun]
  const earlier = await findEarlier(client, kept)
  // What was applied the Sở compared; of a carrier's own lists it is told what it sent.
  const said = earlier === null ? null : await listSaid(client, { import_id: earlier.id, side: 'staff' })
  const listedBefore = said?.filter(({ status }) => status !== 'missing') ?? null
  const rows = await target.plan(client, {
    records: understood.records,
    decisions: {
      accepted: new Set(kept.choices.accepted ?? []),
      rows: new Map(
        Object.entries(kept.choices.rows ?? {}).flatMap(([at, decision]) =>
          decision === null ? [] : [[Number(at), decision] as const],
        ),
      ),
    },
    purpose,
    carrier_code,
    by: side === 'sender' ? 'carrier' : 'staff',
    said_before: new Map(listedBefore?.map(({ key, said: values }) => [key, values]) ?? []),
    today,
  })
  const missing =
    (await target.listMissing?.(client, {
      carrier_code,
      said_before: listedBefore === null ? null : new Set(listedBefore.map(({ key }) => key)),
      listed: new Set(rows.flatMap((row) => toKey(row) ?? [])),
    })) ?? []
  return { rows, missing, check: toCheck(rows, missing, understood.questions) }
}

/** Takes the place of the comparison before. */
export function keepComparison(
  client: Client,
  { kept, side }: Pick<CompareQuestion, 'kept' | 'side'>,
  { rows, missing, check }: ComparedFile,
): Promise<void> {
  const shown = [...rows.map(toKeptRow), ...missing.map(toMissingRow)]
  return replaceCheck(client, { import_id: kept.id, side }, check, shown)
}

function toCheck(
  rows: readonly PlannedRow[],
  missing: readonly MissingRecord[],
  questions: readonly Question[],
): ComparedFile['check'] {
  const counts = Object.fromEntries(rowStatuses.map((status) => [status, 0])) as Record<RowStatus, number>
  const conflicts = new Map<ConflictCode, number>()
  const hash = createHash('sha256')
  for (const { status, record, record_id, base_version, conflicts: found } of rows) {
    counts[status] += 1
    for (const code of found) conflicts.set(code, (conflicts.get(code) ?? 0) + 1)
    hash.update(`${record.rows[0] ?? 0} ${status} ${record_id ?? ''} ${base_version ?? ''}\n`)
  }
  for (const { record_id, key } of missing) hash.update(`missing ${record_id ?? key}\n`)
  return {
    counts: { ...counts, missing: missing.length },
    conflicts: [...conflicts].map(([code, count]) => ({ code, rows: count })),
    questions,
    fingerprint: hash.digest('hex'),
  }
}

/** What tells the record from others, also in the next list. */
function toKey({ after, record }: PlannedRow): string | null {
  const code = (after as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && code !== '' ? code : record.key
}

function toKeptRow(row: PlannedRow): KeptRow {
  const { record, position = null } = { record: row.record, position: row.record.position }
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
    problems: row.problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
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
