/** How do rows of an act become assigned villages? What was printed is added, never changed; taken back while no step was taken. */
import { toRecordProblem, toUncomparable } from '../../../core/import/planned-row.ts'
import type { Comparison } from '../../../core/import/planned-row.ts'
import type { ReadRecord } from '../../../core/import/read-record.ts'
import { findRepeated } from '../../../core/import/repeated.ts'
import type { AuditEntry } from '../change.ts'
import type { Client, Row } from '../database.ts'
import {
  collectWritten,
  type BackQuestion,
  type BatchEntry,
  type CompareQuestion,
  type Comparer,
  type ImportTarget,
  type PutBack,
  type RowPortions,
  type WriteOrigin,
} from './import-target.ts'
import { listMissingValues } from './record-nouns.ts'

export const assignmentTarget: ImportTarget = {
  prepare,
  write,
  putBack,
}

interface PrintedRow {
  readonly act_code: string
  readonly row_no: number
  readonly village_printed: string
  readonly commune_printed: string
  readonly district_printed: string
  readonly carrier_code: string
  readonly service: string
  readonly due_on: string | null
  readonly village_code: string | null
}

const fields = [
  'village_printed',
  'commune_printed',
  'district_printed',
  'carrier_code',
  'service',
  'due_on',
  'village_code',
] as const

const needed = ['act_code', 'row_no', 'village_printed', 'carrier_code', 'service']

async function prepare(client: Client, { records }: CompareQuestion): Promise<Comparer<PrintedRow>> {
  const kept = await listKept(client, records)
  const places = await listPlaces(client, records)
  const repeated = findRepeated(records, toKey)
  return (record, place) => {
    const again = repeated.get(place)
    const missing = again === undefined ? listMissingValues(record.values, needed) : [again]
    return missing.length > 0
      ? toUncomparable(missing)
      : compare(record, kept.get(toKey(record) ?? '') ?? null, places)
  }
}

function toKey({ values }: ReadRecord): string | null {
  const { act_code, row_no } = values
  return typeof act_code === 'string' && typeof row_no === 'number' ? `${act_code} ${row_no}` : null
}

interface KeptRow extends Row {
  readonly id: number
  readonly printed: PrintedRow
}

type VillagePlaces = ReadonlyMap<string, [number, number]>

function compare(record: ReadRecord, kept: KeptRow | null, places: VillagePlaces): Comparison<PrintedRow> {
  const after = toPrinted(record)
  const to = after.village_code === null ? null : (places.get(after.village_code) ?? null)
  const before = kept?.printed ?? null
  const changes =
    before === null
      ? []
      : fields
          .filter((field) => field in record.values && before[field] !== after[field])
          .map((field) => ({ field, before: before[field], after: after[field] }))
  const problems =
    changes.length > 0 ? [toRecordProblem('row_fixed', changes[0]!.field, changes[0]!.after)] : []
  return {
    record_id: kept?.id ?? null,
    base_version: null,
    before,
    after,
    changes,
    from: null,
    to,
    moved_m: null,
    conflicts: [],
    problems,
  }
}

function toPrinted({ values }: ReadRecord): PrintedRow {
  return {
    commune_printed: '',
    district_printed: '',
    due_on: null,
    village_code: null,
    ...(values as Partial<PrintedRow>),
  } as PrintedRow
}

async function listKept(
  client: Client,
  records: readonly ReadRecord[],
): Promise<ReadonlyMap<string, KeptRow>> {
  const codes = [...new Set(records.map(({ values }) => String(values['act_code'] ?? '')))]
  const rows = await client.query<KeptRow>(
    `
select
  a.id,
  jsonb_build_object(
    'act_code', a.act_code,
    'row_no', a.row_no,
    'village_printed', a.village_printed,
    'commune_printed', a.commune_printed,
    'district_printed', a.district_printed,
    'carrier_code', a.carrier_code,
    'service', a.service,
    'due_on', a.due_on,
    'village_code', v.code
  ) as printed
from assignments a
left join villages v on v.id = a.village_id
where a.act_code = any($1::text[])`,
    [codes],
  )
  return new Map(rows.map((row) => [`${row.printed.act_code} ${row.printed.row_no}`, row]))
}

async function listPlaces(client: Client, records: readonly ReadRecord[]): Promise<VillagePlaces> {
  const codes = records.flatMap(({ values }) =>
    typeof values['village_code'] === 'string' ? [values['village_code']] : [],
  )
  const rows = await client.query<{ code: string; lng: number; lat: number }>(
    `
select v.code, st_x(coalesce(v.geom, c.label)) as lng, st_y(coalesce(v.geom, c.label)) as lat
from villages v
join admin_units c on c.unit_set = 'commune' and c.code = v.commune_code
where v.code = any($1::text[])`,
    [codes],
  )
  return new Map(rows.map(({ code, lng, lat }) => [code, [lng, lat]]))
}

interface WrittenRow extends Row {
  readonly id: number
  readonly act_code: string
  readonly row_no: number
  readonly district_code: string | null
  readonly commune_code: string | null
  readonly commune_2025_code: string | null
}

async function write(
  client: Client,
  rows: RowPortions,
  { batch_id, request_id, reason }: WriteOrigin,
): Promise<AuditEntry[]> {
  const printed = (await collectWritten<PrintedRow>(rows)).map(({ after }) => after!)
  if (printed.length === 0) return []
  const written = await client.query<WrittenRow>(insertRows, [JSON.stringify(printed)])
  if (written.length !== printed.length) throw new Error('Not every row of an act was written')
  const byKey = new Map(printed.map((row) => [`${row.act_code} ${row.row_no}`, row]))
  return written.map(({ id, act_code, row_no, ...place }) => {
    const after = byKey.get(`${act_code} ${row_no}`)!
    return {
      action: 'import',
      noun: 'assignments',
      noun_id: String(id),
      after: { ...after, id, code: `${act_code} ${row_no}`, name: after.village_printed },
      carrier_code: after.carrier_code,
      ...place,
      batch_id,
      reason: reason ?? null,
      ...(request_id === undefined ? {} : { request_id }),
    }
  })
}

// Where each one stands before its first step, a trigger writes.
const insertRows = `
with inserted as (
  insert into assignments (
    act_code, row_no, village_printed, commune_printed, district_printed, carrier_code, service, due_on, village_id,
    is_sample
  )
  select
    r.act_code, r.row_no, r.village_printed, r.commune_printed, r.district_printed, r.carrier_code, r.service, r.due_on,
    v.id, false
  from jsonb_to_recordset($1::jsonb) as r (
    act_code text, row_no integer, village_printed text, commune_printed text, district_printed text, carrier_code text,
    service text, due_on date, village_code text
  )
  left join villages v on v.code = r.village_code
  order by r.act_code, r.row_no
  returning id, act_code, row_no, village_id
)
select i.id, i.act_code, i.row_no, v.district_code, v.commune_code, v.commune_2025_code
from inserted i
left join villages v on v.id = i.village_id
order by i.id`

async function putBack(
  client: Client,
  entries: readonly BatchEntry[],
  { batch_id, request_id }: BackQuestion,
): Promise<PutBack> {
  const gone = await client.query<{ id: number }>(
    `
select taken.id
from take_back_assignments($1::uuid) as taken (id)`,
    [batch_id],
  )
  const ids = new Set(gone.map(({ id }) => String(id)))
  const isGone = ({ noun_id }: BatchEntry) => ids.has(noun_id ?? '')
  return {
    changed_since: entries
      .filter((entry) => !isGone(entry))
      .map(({ after }) => `${(after as PrintedRow).act_code} ${(after as PrintedRow).row_no}`),
    entries: entries.filter(isGone).map(({ id, noun_id, after }) => ({
      action: 'restore',
      noun: 'assignments',
      noun_id: noun_id ?? '',
      before: after,
      carrier_code: (after as PrintedRow).carrier_code,
      reverts_id: id,
      ...(request_id === undefined ? {} : { request_id }),
    })),
  }
}
