/** Which i-Speed results count, and how do many of them reach their table? */
import {
  toSpeedResultKey,
  type SpeedResultDraft,
  type SpeedResultKey,
  type SpeedResultSnapshot,
} from '../../core/inventory/speed-result-snapshot.ts'
import type { Client } from './database.ts'
import { listKeptRecords, writeRecords, type Purpose, type WrittenRecord } from './write-records.ts'

/** By `toSpeedResultKey`; what is withdrawn is not among them. @param keys `all`: every one that counts */
export function listKeptSpeedResults(
  client: Client,
  keys: readonly SpeedResultKey[] | 'all',
  purpose: Purpose,
): Promise<Map<string, SpeedResultSnapshot>> {
  const named = { sql: selectKept, alias: 's', order: 's.id', toKey: toSpeedResultKey }
  return listKeptRecords<SpeedResultKey, SpeedResultSnapshot>(client, { ...named, keys, purpose })
}

export function insertSpeedResults(
  client: Client,
  drafts: readonly SpeedResultDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: insertRows, toKey: toSpeedResultKey })
}

/** By id: the figures, and whether it counts. Which commune and period it is of stays as it was said. */
export function updateSpeedResults(
  client: Client,
  drafts: readonly SpeedResultDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: updateRows, toKey: toSpeedResultKey })
}

const toKeySql = (alias: string) =>
  `concat_ws(' ', ${['unit_set', 'unit_code', 'period_from', 'period_to', 'network'].map((name) => `${alias}.${name}`).join(', ')})`

const selectKept = `
select
  jsonb_build_object(
    'id', s.id,
    'version', s.version,
    'unit_set', s.unit_set,
    'unit_code', s.unit_code,
    'period_from', s.period_from,
    'period_to', s.period_to,
    'network', s.network,
    'samples', s.samples,
    'download_mbps', s.download_mbps,
    'upload_mbps', s.upload_mbps,
    'latency_ms', s.latency_ms,
    'source_code', s.source_code,
    'withdrawn_at', s.withdrawn_at,
    'is_sample', s.is_sample
  ) as record
from speed_results s
where s.withdrawn_at is null
  and (
    $1::text is null
    or (s.unit_set, s.unit_code, s.period_from, s.period_to, s.network) in (
      select k.unit_set, k.unit_code, k.period_from, k.period_to, k.network
      from jsonb_to_recordset($1::text::jsonb) as k (
        unit_set text, unit_code text, period_from date, period_to date, network text
      )
    )
  )`

const records = `jsonb_to_recordset($1::jsonb) as r (
  id integer, unit_set text, unit_code text, period_from date, period_to date, network text, samples integer,
  download_mbps double precision, upload_mbps double precision, latency_ms double precision, source_code text,
  withdrawn_at timestamptz, is_sample boolean
)`

const insertRows = `
insert into speed_results as s (
  unit_set, unit_code, period_from, period_to, network, samples, download_mbps, upload_mbps, latency_ms, source_code,
  is_sample
)
select
  unit_set, unit_code, period_from, period_to, network, samples, download_mbps, upload_mbps, latency_ms, source_code,
  is_sample
from ${records}
returning ${toKeySql('s')} as key, s.id::text as noun_id, s.id, s.version`

const updateRows = `
update speed_results s
set
  samples = r.samples,
  download_mbps = r.download_mbps,
  upload_mbps = r.upload_mbps,
  latency_ms = r.latency_ms,
  source_code = r.source_code,
  withdrawn_at = r.withdrawn_at,
  version = s.version + 1
from ${records}
where s.id = r.id
returning ${toKeySql('s')} as key, s.id::text as noun_id, s.id, s.version`
