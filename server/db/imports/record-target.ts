/** How do rows become records that are kept whole, and how is that taken back? The same for every such noun. */
import { compareRecord, listChanges } from '../../../core/import/compare-record.ts'
import { toUncomparable } from '../../../core/import/planned-row.ts'
import type { CellProblem } from '../../../core/import/problems.ts'
import type { ReadRecord } from '../../../core/import/read-record.ts'
import { findRepeated } from '../../../core/import/repeated.ts'
import type { ConflictCode } from '../../../core/import/states.ts'
import type { LngLat } from '../../../core/geo.ts'
import type { RecordProblem } from '../../../core/inventory/record-problem.ts'
import type { UnitsOfSite } from '../../../core/inventory/site-snapshot.ts'
import type { AuditEntry } from '../change.ts'
import type { Client } from '../database.ts'
import type { WrittenRecord } from '../write-records.ts'
import {
  collectWritten,
  type BackQuestion,
  type BatchEntry,
  type CompareQuestion,
  type Comparer,
  type ImportTarget,
  type MissingQuestion,
  type MissingRecord,
  type RowPortions,
  type WriteOrigin,
} from './import-target.ts'
import { getPlaces, type Places } from './places.ts'

export type Kept<D> = D & { readonly version: number; readonly id?: number | null }

/** What tells a noun from the others. `D`: a whole record; `K`: what it is found by. */
export interface RecordNoun<D extends object, K> {
  readonly noun: string
  readonly fields: readonly (keyof D & string)[]
  /** Null: the row does not say of which record it speaks. */
  readonly toKey: (record: ReadRecord) => K | null
  readonly toKeyText: (record: D) => string
  readonly keyToText: (key: K) => string
  readonly keyOf: (record: D) => K
  /** Of a noun whose records end. */
  readonly textToKey?: (key: string) => K
  readonly toDraft: (asked: Drafting<D>) => D | readonly CellProblem[]
  readonly listConflicts?: (asked: Drafting<D>) => readonly ConflictCode[]
  /** @param measures units of measure by code, where the noun has them */
  readonly problems: (draft: D, measures: ReadonlyMap<string, string>) => readonly RecordProblem[]
  readonly listMeasures?: (client: Client) => Promise<ReadonlyMap<string, string>>
  /** Whether a carrier that asks about its own list is told that the record is there; all are where it is not said. */
  readonly isTold?: (record: D, carrier_code: string | null) => boolean
  readonly toPlace: (record: D) => LngLat | null
  readonly toLabel: (record: D) => string
  /** Whose it is and where it lies, for whoever may read the entry. */
  readonly toScope: (record: D) => Partial<UnitsOfSite> & { readonly carrier_code?: string | null }
  readonly listKept: (
    client: Client,
    keys: readonly K[],
    purpose: 'to read' | 'to write',
  ) => Promise<ReadonlyMap<string, Kept<D>>>
  readonly insert: (client: Client, drafts: readonly D[]) => Promise<readonly WrittenRecord[]>
  readonly update: (client: Client, drafts: readonly D[]) => Promise<readonly WrittenRecord[]>
  /** What becomes of a record that should not have been written: nothing is deleted. */
  readonly toNeverBeen: (record: D) => D
  /** In the place of `toNeverBeen`, where records go; keys of those that went. */
  readonly takeBack?: (client: Client, keys: readonly K[]) => Promise<ReadonlySet<string>>
  /** Absent where nothing ends. */
  readonly toEnded?: (record: D, today: string) => D
  readonly isEnded?: (record: D) => boolean
}

export interface Drafting<D> {
  readonly record: ReadRecord
  readonly before: Kept<D> | null
  readonly places: Places
  readonly by: CompareQuestion['by']
  readonly carrier_code: string | null
}

export function createRecordTarget<D extends object, K>(noun: RecordNoun<D, K>): ImportTarget {
  const target: ImportTarget = {
    prepare: (client, question) => prepare(noun, client, question),
    write: (client, rows, origin) => write(noun, client, rows, origin),
    putBack: (client, entries, question) => putBack(noun, client, entries, question),
  }
  const { toEnded } = noun
  if (toEnded === undefined || noun.textToKey === undefined) return target
  return {
    ...target,
    listMissing: (client, question) => listMissing(noun, client, question),
    retire: async (client, missing, { batch_id, request_id, today }) => {
      const kept = await noun.listKept(
        client,
        missing.map(({ key }) => key as K),
        'to write',
      )
      const changes = [...kept.values()].map((before) => ({ before, after: toEnded(before, today) }))
      return writeChanges(noun, client, changes, {
        batch_id,
        ...(request_id === undefined ? {} : { request_id }),
      })
    },
  }
}

async function prepare<D extends object, K>(
  noun: RecordNoun<D, K>,
  client: Client,
  question: CompareQuestion,
): Promise<Comparer<D>> {
  const { records, purpose, said_before, by, carrier_code } = question
  const keys = records.map(noun.toKey)
  const known = new Map(keys.flatMap((key) => (key === null ? [] : [[noun.keyToText(key), key] as const])))
  const kept = await noun.listKept(client, [...known.values()], by === 'carrier' ? 'to read' : purpose)
  const places = await getPlaces(client)
  const measures = (await noun.listMeasures?.(client)) ?? new Map<string, string>()
  const repeated = findRepeated(records, (record) => {
    const key = noun.toKey(record)
    return key === null ? null : noun.keyToText(key)
  })
  return (record, place) => {
    const again = repeated.get(place)
    if (again !== undefined) return toUncomparable([again])
    const key = keys[place] ?? null
    const found = key === null ? null : (kept.get(noun.keyToText(key)) ?? null)
    const isHidden = found !== null && by === 'carrier' && noun.isTold?.(found, carrier_code) === false
    const before = isHidden ? null : found
    const asked = { record, before, places, by, carrier_code }
    return compareRecord<D>({
      before,
      draft: noun.toDraft(asked),
      fields: noun.fields,
      problems: (draft) => noun.problems(draft, measures),
      toPlace: noun.toPlace,
      conflicts: noun.listConflicts?.(asked) ?? [],
      said_before: said_before.get(key === null ? '' : noun.keyToText(key)) ?? null,
    })
  }
}

async function write<D extends object, K>(
  noun: RecordNoun<D, K>,
  client: Client,
  rows: RowPortions,
  origin: WriteOrigin,
): Promise<AuditEntry[]> {
  const written = await collectWritten<D>(rows)
  const made = written.filter(({ before }) => before === null).map(({ after }) => after!)
  const inserted = made.length === 0 ? [] : await noun.insert(client, made)
  const entries = inserted.map((row, n) =>
    toEntry(noun, { action: 'import', before: null, after: made[n]!, row, ...origin }),
  )
  const changes = written.flatMap(({ before, after }) => (before === null ? [] : [{ before, after: after! }]))
  return [...entries, ...(await writeChanges(noun, client, changes, origin))]
}

interface Change<D> {
  readonly before: D
  readonly after: D
  readonly reverts_id?: number
}

async function writeChanges<D extends object, K>(
  noun: RecordNoun<D, K>,
  client: Client,
  changes: readonly Change<D>[],
  origin: Partial<WriteOrigin>,
): Promise<AuditEntry[]> {
  if (changes.length === 0) return []
  const rows = await noun.update(
    client,
    changes.map(({ after }) => after),
  )
  const action = origin.batch_id === undefined ? 'restore' : 'import'
  return rows.map((row, n) => toEntry(noun, { action, row, ...changes[n]!, ...origin }))
}

interface EntryFacts<D> extends Partial<WriteOrigin> {
  readonly action: string
  readonly before: D | null
  readonly after: D
  readonly row: WrittenRecord
  readonly reverts_id?: number
}

function toEntry<D extends object, K>(
  noun: RecordNoun<D, K>,
  { action, before, after, row, batch_id, request_id, reason, reverts_id }: EntryFacts<D>,
): AuditEntry {
  return {
    action,
    noun: noun.noun,
    noun_id: row.noun_id,
    ...(before === null ? {} : { before }),
    after: { ...after, ...(row.id === null ? {} : { id: row.id }), version: row.version },
    ...noun.toScope(after),
    reason: reason ?? null,
    ...(batch_id === undefined ? {} : { batch_id }),
    ...(request_id === undefined ? {} : { request_id }),
    ...(reverts_id === undefined ? {} : { reverts_id }),
  }
}

async function putBack<D extends object, K>(
  noun: RecordNoun<D, K>,
  client: Client,
  entries: readonly BatchEntry[],
  { request_id }: BackQuestion,
) {
  const then = entries.map(({ id, before, after }) => ({
    id,
    before: before as Kept<D> | null,
    after: after as Kept<D>,
  }))
  const kept = await noun.listKept(
    client,
    then.map(({ after }) => noun.keyOf(after)),
    'to write',
  )
  const changed_since: string[] = []
  const changes: Change<D>[] = []
  const gone: { readonly id: number; readonly before: Kept<D> }[] = []
  for (const { id, before, after } of then) {
    const now = kept.get(noun.toKeyText(after))
    if (now === undefined || listChanges<D>(after, now, noun.fields).length > 0) {
      changed_since.push(noun.toLabel(after))
    } else if (before === null && noun.takeBack !== undefined) {
      gone.push({ id, before: now })
    } else {
      changes.push({
        before: now,
        after: before === null ? noun.toNeverBeen(now) : { ...now, ...before },
        reverts_id: id,
      })
    }
  }
  const origin = request_id === undefined ? {} : { request_id }
  const back = await writeChanges(noun, client, changes, origin)
  const taken = gone.length === 0 ? [] : await takeBack(noun, client, { gone, changed_since, origin })
  return { changed_since, entries: [...back, ...taken] }
}

async function takeBack<D extends object, K>(
  noun: RecordNoun<D, K>,
  client: Client,
  {
    gone,
    changed_since,
    origin,
  }: {
    readonly gone: readonly { readonly id: number; readonly before: Kept<D> }[]
    readonly changed_since: string[]
    readonly origin: { readonly request_id?: string }
  },
): Promise<AuditEntry[]> {
  const went = await noun.takeBack!(
    client,
    gone.map(({ before }) => noun.keyOf(before)),
  )
  changed_since.push(
    ...gone
      .filter(({ before }) => !went.has(noun.toKeyText(before)))
      .map(({ before }) => noun.toLabel(before)),
  )
  return gone
    .filter(({ before }) => went.has(noun.toKeyText(before)))
    .map(({ id, before }) => ({
      action: 'restore',
      noun: noun.noun,
      noun_id: noun.toKeyText(before),
      before,
      ...noun.toScope(before),
      reverts_id: id,
      ...origin,
    }))
}

/** Of the last list of the same sender. */
async function listMissing<D extends object, K>(
  noun: RecordNoun<D, K>,
  client: Client,
  { said_before, listed }: MissingQuestion,
): Promise<MissingRecord[]> {
  if (said_before === null) return []
  const absent = [...said_before].filter((key) => !listed.has(key))
  const kept = await noun.listKept(client, absent.map(noun.textToKey!), 'to read')
  return [...kept.values()]
    .filter((record) => noun.isEnded?.(record) !== true)
    .map((record) => ({
      key: noun.toKeyText(record),
      label: noun.toLabel(record),
      record_id: record.id ?? null,
      at: noun.toPlace(record),
    }))
}
