/** Cable routes, i-Speed results, indicators: how does a row of a list become one of them? */
import { toRecordProblem } from '../../../core/import/planned-row.ts'
import type { CellProblem } from '../../../core/import/problems.ts'
import { listCableRouteProblems, toGeodesicLengthM } from '../../../core/inventory/cable-route-rules.ts'
import { toCableRouteKey, type CableRouteDraft } from '../../../core/inventory/cable-route-snapshot.ts'
import { listIndicatorValueProblems } from '../../../core/inventory/indicator-value-rules.ts'
import {
  toIndicatorValueKey,
  type IndicatorValueDraft,
  type IndicatorValueKey,
} from '../../../core/inventory/indicator-value-snapshot.ts'
import { listSpeedResultProblems } from '../../../core/inventory/speed-result-rules.ts'
import {
  toSpeedResultKey,
  type SpeedResultDraft,
  type SpeedResultKey,
} from '../../../core/inventory/speed-result-snapshot.ts'
import { insertCableRoutes, listKeptCableRoutes, updateCableRoutes } from '../write-cable-routes.ts'
import {
  insertIndicatorValues,
  listKeptIndicatorValues,
  updateIndicatorValues,
} from '../write-indicator-values.ts'
import { insertSpeedResults, listKeptSpeedResults, updateSpeedResults } from '../write-speed-results.ts'
import { listMissingValues, toStoredLine, toText } from './record-nouns.ts'
import { createRecordTarget, type Drafting } from './record-target.ts'

export const routeTarget = createRecordTarget<CableRouteDraft, string>({
  noun: 'cable_routes',
  fields: [
    'name',
    'kind',
    'owner_code',
    'tenant_codes',
    'length_m',
    'built_on',
    'cable_type',
    'capacity',
    'pole_count',
    'duct_count',
    'ducts_used',
    'status',
    'geometry',
  ],
  toKey: ({ values }) => toText(values['code']),
  toKeyText: toCableRouteKey,
  keyToText: (code) => code,
  textToKey: (code) => code,
  keyOf: ({ code }) => code,
  toDraft: toRoute,
  listConflicts: ({ before, by, carrier_code }) =>
    by === 'staff' && carrier_code !== null && before !== null && before.owner_code !== carrier_code
      ? ['other_carrier']
      : [],
  problems: listCableRouteProblems,
  isTold: ({ owner_code }, carrier_code) => owner_code === carrier_code,
  toPlace: () => null,
  toLabel: ({ code, name }) => `${code} ${name}`,
  toScope: ({ owner_code }) => ({ carrier_code: owner_code }),
  listKept: listKeptCableRoutes,
  insert: insertCableRoutes,
  update: updateCableRoutes,
  toNeverBeen: (record) => ({ ...record, status: 'retired' }),
  toEnded: (record) => ({ ...record, status: 'retired' }),
  isEnded: ({ status }) => status === 'retired',
})

/** Names of columns of lists, where the table has others. */
const routeFields: Readonly<Record<string, string>> = {
  poles: 'pole_count',
  ducts: 'duct_count',
  capacity_text: 'capacity',
}

function toRoute({
  record,
  before,
  by,
  carrier_code,
}: Drafting<CableRouteDraft>): CableRouteDraft | readonly CellProblem[] {
  const { values } = record
  const line = toStoredLine(record.geometry)
  const missing = listMissingValues(values, before === null ? ['code', 'name', 'kind'] : ['code'])
  if (record.geometry !== null && line === null) {
    return [toRecordProblem('geometry_unfit', 'geometry', record.geometry.type, { expected: 'LineString' })]
  }
  const geometry = line ?? before?.geometry ?? null
  if (geometry === null) missing.push(toRecordProblem('value_missing', 'geometry', null))
  if (missing.length > 0 || geometry === null) return missing
  const said = Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => field !== 'note')
      .map(([field, value]) => [routeFields[field] ?? field, value]),
  )
  const owner = toText(said['owner_code']) ?? before?.owner_code ?? null
  if (by === 'carrier' && owner !== carrier_code) {
    return [toRecordProblem('carrier_not_own', 'owner_code', owner)]
  }
  return {
    id: null,
    owner_code: null,
    tenant_codes: [],
    length_m: Math.round(toGeodesicLengthM(geometry.coordinates)),
    built_on: null,
    cable_type: null,
    capacity: null,
    pole_count: null,
    duct_count: null,
    ducts_used: null,
    is_sample: false,
    ...before,
    status: 'live',
    ...said,
    geometry,
  } as unknown as CableRouteDraft
}

export const speedTarget = createRecordTarget<SpeedResultDraft, SpeedResultKey>({
  noun: 'speed_results',
  fields: ['samples', 'download_mbps', 'upload_mbps', 'latency_ms', 'source_code', 'withdrawn_at'],
  toKey: ({ values }) => toSpeedKey(values),
  toKeyText: toSpeedResultKey,
  keyToText: toSpeedResultKey,
  keyOf: ({ unit_set, unit_code, period_from, period_to, network }) => ({
    unit_set,
    unit_code,
    period_from,
    period_to,
    network,
  }),
  toDraft: ({ record, before }) => {
    const key = toSpeedKey(record.values)
    const missing = listMissingValues(record.values, ['unit_code', 'period_from', 'network', 'samples'])
    if (missing.length > 0 || key === null) return missing
    const { download_mbps, upload_mbps, latency_ms, samples, source_code } = record.values
    const figures = { download_mbps, upload_mbps, latency_ms, samples, source_code }
    const said = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
    return {
      id: null,
      download_mbps: null,
      upload_mbps: null,
      latency_ms: null,
      source_code: null,
      withdrawn_at: null,
      is_sample: false,
      ...before,
      ...key,
      ...said,
    } as SpeedResultDraft
  },
  problems: listSpeedResultProblems,
  toPlace: () => null,
  toLabel: (record) => toSpeedResultKey(record),
  toScope: () => ({}),
  listKept: listKeptSpeedResults,
  insert: insertSpeedResults,
  update: updateSpeedResults,
  toNeverBeen: (record) => ({ ...record, withdrawn_at: new Date().toISOString() }),
})

function toSpeedKey(values: Drafting<SpeedResultDraft>['record']['values']): SpeedResultKey | null {
  const { unit_set, unit_code, period_from, period_to, network } = values
  const parts = [unit_set, unit_code, period_from, period_to, network]
  return parts.every((part) => typeof part === 'string')
    ? ({ unit_set, unit_code, period_from, period_to, network } as SpeedResultKey)
    : null
}

export const indicatorTarget = createRecordTarget<IndicatorValueDraft, IndicatorValueKey>({
  noun: 'indicator_values',
  fields: ['value', 'source_code', 'note', 'withdrawn_at'],
  toKey: ({ values }) => toIndicatorKey(values),
  toKeyText: toIndicatorValueKey,
  keyToText: toIndicatorValueKey,
  keyOf: ({ indicator_code, year, kind }) => ({ indicator_code, year, kind }),
  toDraft: ({ record, before }) => {
    const key = toIndicatorKey(record.values)
    const missing = listMissingValues(record.values, ['indicator_code', 'year', 'value'])
    if (missing.length > 0 || key === null) return missing
    const value = record.values['value'] as number
    return { source_code: null, note: null, ...before, ...key, value, withdrawn_at: null }
  },
  problems: (draft, measures) =>
    listIndicatorValueProblems(draft, { unit: measures.get(draft.indicator_code) ?? '' }),
  listMeasures: async (client) => {
    const rows = await client.query<{ code: string; unit: string }>(`select code, unit from indicators`)
    return new Map(rows.map(({ code, unit }) => [code, unit]))
  },
  toPlace: () => null,
  toLabel: (record) => toIndicatorValueKey(record),
  toScope: () => ({}),
  listKept: listKeptIndicatorValues,
  insert: insertIndicatorValues,
  update: updateIndicatorValues,
  toNeverBeen: (record) => ({ ...record, withdrawn_at: new Date().toISOString() }),
})

function toIndicatorKey(values: Drafting<IndicatorValueDraft>['record']['values']): IndicatorValueKey | null {
  const { indicator_code, year, kind = 'actual' } = values
  if (typeof indicator_code !== 'string' || typeof year !== 'number') return null
  return { indicator_code, year, kind } as IndicatorValueKey
}
