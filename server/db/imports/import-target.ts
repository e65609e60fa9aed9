/** What must a noun know so that files of it can be imported? Compared, written, taken back and, when asked, retired. */
import type { LngLat } from '../../../core/geo.ts'
import { isWritten, type Comparison, type PlannedRow } from '../../../core/import/planned-row.ts'
import type { ReadRecord } from '../../../core/import/read-record.ts'
import type { AuditEntry } from '../change.ts'
import type { Client } from '../database.ts'
import { inPortions } from '../portions.ts'

export interface CompareQuestion {
  readonly records: readonly ReadRecord[]
  /** `to write` keeps the records until the transaction ends. */
  readonly purpose: 'to read' | 'to write'
  /** The carrier whose list it is; null where the sender is none. */
  readonly carrier_code: string | null
  /** Whether a carrier asks about its own list: it writes nothing, and sees its own records alone. */
  readonly by: 'carrier' | 'staff'
  /** What the last list of the same sender said, by key. */
  readonly said_before: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** ISO day. */
  readonly today: string
}

export interface WriteOrigin {
  readonly batch_id: string
  readonly request_id?: string
  readonly reason?: string | null
}

/** A record that the list lacks. */
export interface MissingRecord {
  readonly key: string
  readonly label: string
  readonly record_id: number | null
  readonly at: LngLat | null
}

export interface MissingQuestion {
  readonly carrier_code: string | null
  /** Keys of the last list of the same sender; null where there was none. */
  readonly said_before: ReadonlySet<string> | null
  /** Keys that the list has. */
  readonly listed: ReadonlySet<string>
}

/** An entry of the batch as the audit log keeps it. */
export interface BatchEntry {
  readonly id: number
  readonly noun: string
  readonly noun_id: string | null
  readonly action: string
  readonly before: unknown
  readonly after: unknown
}

export interface PutBack {
  readonly entries: readonly AuditEntry[]
  /** Labels of records that somebody has changed since: they are not put back. */
  readonly changed_since: readonly string[]
}

export interface BackQuestion {
  readonly batch_id: string
  readonly today: string
  readonly request_id?: string
}

/** What a record of the file would do; asked for each of them, in the order of the file, with its place there. */
export type Comparer<R = unknown> = (record: ReadRecord, place: number) => Comparison<R>

export interface ImportTarget {
  /** Reads at once what all records are compared with. */
  readonly prepare: (client: Client, question: CompareQuestion) => Promise<Comparer>
  /** Writes the rows that are new or changed, as they come; in the transaction that compares them `to write`. */
  readonly write: (client: Client, rows: RowPortions, origin: WriteOrigin) => Promise<AuditEntry[]>
  readonly putBack: (
    client: Client,
    entries: readonly BatchEntry[],
    question: BackQuestion,
  ) => Promise<PutBack>
  /** Absent where a list is never whole. */
  readonly listMissing?: (client: Client, question: MissingQuestion) => Promise<MissingRecord[]>
  /** Absent where nothing is retired. */
  readonly retire?: (
    client: Client,
    missing: readonly MissingRecord[],
    origin: WriteOrigin & { readonly carrier_code: string | null; readonly today: string },
  ) => Promise<AuditEntry[]>
}

export type RowPortions = AsyncIterable<readonly PlannedRow[]>

/** For a noun whose rows are written together. */
export async function collectWritten<R>(portions: RowPortions): Promise<PlannedRow<R>[]> {
  const written: PlannedRow<R>[] = []
  for await (const rows of portions) written.push(...(rows.filter(isWritten) as PlannedRow<R>[]))
  return written
}

/** Kept records of codes, in one order, so that of two writers none waits for the other's. */
export async function collectKept<R, K>(
  codes: readonly string[],
  {
    list,
    toKey,
  }: { readonly list: (codes: readonly string[]) => Promise<readonly R[]>; readonly toKey: (kept: R) => K },
): Promise<Map<K, R>> {
  const kept = new Map<K, R>()
  for (const portion of inPortions([...new Set(codes)].sort())) {
    for (const found of await list(portion)) kept.set(toKey(found), found)
  }
  return kept
}
