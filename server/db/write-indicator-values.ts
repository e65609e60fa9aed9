/** Which values of indicators are known, and how do many of them reach their table? */
import {
  toIndicatorValueKey,
  type IndicatorValueDraft,
  type IndicatorValueKey,
  type IndicatorValueSnapshot,
} from '../../core/inventory/indicator-value-snapshot.ts'
import type { Client } from './database.ts'
import { listKeptRecords, writeRecords, type Purpose, type WrittenRecord } from './write-records.ts'

/** By `toIndicatorValueKey`; withdrawn ones too, which are written again by an update. @param keys `all`: every one */
export function listKeptIndicatorValues(
  client: Client,
  keys: readonly IndicatorValueKey[] | 'all',
  purpose: Purpose,
): Promise<Map<string, IndicatorValueSnapshot>> {
  const named = {
    sql: selectKept,
    alias: 'v',
    order: 'v.indicator_code, v.year, v.kind',
    toKey: toIndicatorValueKey,
  }
  return listKeptRecords<IndicatorValueKey, IndicatorValueSnapshot>(client, { ...named, keys, purpose })
}

export function insertIndicatorValues(
  client: Client,
  drafts: readonly IndicatorValueDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: insertRows, toKey: toIndicatorValueKey })
}

export function updateIndicatorValues(
  client: Client,
  drafts: readonly IndicatorValueDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: updateRows, toKey: toIndicatorValueKey })
}

const selectKept = `
select
  jsonb_build_object(
    'version', v.version,
    'indicator_code', v.indicator_code,
    'year', v.year,
    'kind', v.kind,
    'value', v.value,
    'source_code', v.source_code,
    'note', v.note,
    'withdrawn_at', v.withdrawn_at
  ) as record
from indicator_values v
where $1::text is null
  or (v.indicator_code, v.year, v.kind) in (
    select k.indicator_code, k.year, k.kind
    from jsonb_to_recordset($1::text::jsonb) as k (indicator_code text, year integer, kind text)
  )`

const key = `concat_ws(' ', v.indicator_code, v.year, v.kind)`

const records = `jsonb_to_recordset($1::jsonb) as r (
  indicator_code text, year integer, kind text, value double precision, source_code text, note text,
  withdrawn_at timestamptz
)`

const insertRows = `
insert into indicator_values as v (indicator_code, year, kind, value, source_code, note)
select indicator_code, year, kind, value, source_code, note
from ${records}
returning ${key} as key, ${key} as noun_id, null::integer as id, v.version`

const updateRows = `
update indicator_values v
set
  value = r.value,
  source_code = r.source_code,
  note = r.note,
  recorded_at = now(),
  withdrawn_at = r.withdrawn_at,
  version = v.version + 1
from ${records}
where v.indicator_code = r.indicator_code
  and v.year = r.year
  and v.kind = r.kind
returning ${key} as key, ${key} as noun_id, null::integer as id, v.version`
