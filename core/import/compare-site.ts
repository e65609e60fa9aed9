/** What would a row of a carrier's list do to a site? The whole site before and after, and what a person has to look at. */
import { AppError } from '../errors.ts'
import type { LngLat } from '../geo.ts'
import { applySiteEdit, cleanSiteEdit, createSiteDraft, type NewSite } from '../inventory/site-edit.ts'
import { farMove_m, type SiteChanges, type StationChanges } from '../inventory/site-fields.ts'
import { requireValidSite } from '../inventory/site-rules.ts'
import {
  listChangedFields,
  listChangedStations,
  stationFieldNames,
  type SiteDraft,
  type SiteSnapshot,
  type StationDraft,
  type UnitsOfSite,
} from '../inventory/site-snapshot.ts'
import {
  toProblemOf,
  toRecordProblem,
  toUncomparable,
  type Comparison,
  type FieldChange,
} from './planned-row.ts'
import { isCorrectedSince, toMoved_m } from './compare-record.ts'
import type { CellProblem } from './problems.ts'
import type { ReadRecord, ReadStation } from './read-record.ts'
import type { ConflictCode } from './states.ts'

export interface SiteFacts {
  readonly before: { readonly version: number; readonly site: SiteSnapshot } | null
  /** Units by the position; null outside the province. */
  readonly locate: (position: LngLat) => UnitsOfSite | null
  /** Of a commune (to 6/2025) by its code. */
  readonly findUnits: (commune_code: string) => UnitsOfSite | null
  /** Code of another site within 20 m. */
  readonly findNear: (position: LngLat, own_code: string) => string | null
  /** The carrier whose list it is; null where the sender is none. */
  readonly carrier_code: string | null
  /** What the sender's last list said of the site. */
  readonly said_before: Readonly<Record<string, unknown>> | null
  /** Which values a field takes; null where it is right, else what is expected. */
  readonly check: (edit: { changes: SiteChanges; stations: readonly StationChanges[] }) => CellProblem[]
}

const requiredFields = ['name', 'lng', 'lat', 'power_source'] as const

export function compareSite(record: ReadRecord, facts: SiteFacts): Comparison<SiteDraft> {
  const code = record.key
  if (code === null) return toUncomparable()
  const { stations, commune_2025_code, district_code: _, ...values } = record.values as RecordValues
  const before = facts.before?.site ?? null
  const given: SiteChanges = {
    // A list that names a site without a word of its end says that it is there.
    ...(before?.status === 'retired' ? { status: 'live' as const } : {}),
    ...values,
    ...(record.position === null ? {} : toLngLat(record.position)),
  }
  // Of a position that cannot be read the row says so itself.
  const isUnread = record.problems.some(({ field, level }) => field === 'position' && level === 'error')
  const needed = requiredFields.filter((field) => !isUnread || (field !== 'lng' && field !== 'lat'))
  const missing = before === null ? needed.filter((field) => given[field] === undefined) : []
  if (before === null && isUnread && missing.length === 0) return toUncomparable()
  if (missing.length > 0) {
    return toUncomparable(missing.map((field) => toRecordProblem('value_missing', field, null)))
  }
  const edit = toEdit(given, stations ?? [], before)
  if (edit instanceof AppError) return toUncomparable([toProblemOf(edit)])
  const problems = facts.check(edit)
  if (problems.length > 0) return toUncomparable(problems)
  try {
    const draft =
      before === null
        ? createSiteDraft({ ...edit.changes, code } as NewSite, edit.stations)
        : applySiteEdit(before, edit)
    requireValidSite(draft)
    return place(draft, { before, facts, record, commune_2025_code: commune_2025_code ?? null })
  } catch (error) {
    if (error instanceof AppError) return toUncomparable([toProblemOf(error)])
    throw error
  }
}

type RecordValues = SiteChanges & {
  readonly stations?: readonly ReadStation[]
  readonly commune_2025_code?: string
  readonly district_code?: string
}

function toLngLat({ lng, lat }: { readonly lng: number; readonly lat: number }) {
  return { lng, lat }
}

/** A station that stands there already is changed, whoever's list it is in. */
function toEdit(changes: SiteChanges, stations: readonly ReadStation[], before: SiteSnapshot | null) {
  const named = stations.map((station) => {
    const known = before?.stations.find(
      ({ carrier_code, technology }) =>
        carrier_code === station.carrier_code && technology === station.technology,
    )
    return (known === undefined ? station : { ...station, ...toKnown(station, known) }) as StationChanges
  })
  try {
    return cleanSiteEdit({ changes, stations: named })
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** The same bands in another order are no change. */
function toKnown({ bands_mhz: listed }: ReadStation, { id, bands_mhz }: SiteSnapshot['stations'][number]) {
  const isSame =
    Array.isArray(listed) && JSON.stringify(listed) === JSON.stringify(bands_mhz.toSorted((a, b) => a - b))
  return { id, ...(isSame ? { bands_mhz } : {}) }
}

interface Placing {
  readonly before: SiteSnapshot | null
  readonly facts: SiteFacts
  readonly record: ReadRecord
  readonly commune_2025_code: string | null
}

function place(
  draft: SiteDraft,
  { before, facts, record, commune_2025_code }: Placing,
): Comparison<SiteDraft> {
  const to: LngLat = [draft.lng, draft.lat]
  const from: LngLat | null = before === null ? null : [before.lng, before.lat]
  const moved_m = toMoved_m(from, to)
  const isMoved = from === null || moved_m !== null
  const isElsewhere = before !== null && before.commune_code !== draft.commune_code
  const located = isMoved || isElsewhere ? facts.locate(to) : draft
  if (located === null) {
    return toUncomparable([
      toRecordProblem('position_outside', 'position', record.position?.text ?? `${to[1]}, ${to[0]}`),
    ])
  }
  const stated = draft.commune_code === '' ? null : facts.findUnits(draft.commune_code)
  // A site that moves out of its commune is in the one where it lies, unless the list names another.
  const isStated = stated !== null && (before === null || isElsewhere)
  const after = { ...draft, ...(isStated ? stated : located) }
  const changes = listChanges(before, after)
  const conflicts: ConflictCode[] = []
  const is2025Elsewhere = commune_2025_code !== null && commune_2025_code !== located.commune_2025_code
  if ((isStated && stated.commune_code !== located.commune_code) || (isMoved && is2025Elsewhere)) {
    conflicts.push('outside_commune')
  }
  if (isMoved && facts.findNear(to, draft.code) !== null) conflicts.push('near_site')
  if (moved_m !== null && moved_m > farMove_m) conflicts.push('moved_far')
  if (isOthers(before, facts.carrier_code)) conflicts.push('other_carrier')
  if (isCorrectedSince(changes, facts.said_before)) conflicts.push('corrected_since')
  return {
    record_id: before?.id ?? null,
    base_version: facts.before?.version ?? null,
    before,
    after,
    changes,
    from,
    to,
    moved_m,
    conflicts,
    problems: [],
  }
}

/** A site that another owns and where the sender has nothing yet. */
function isOthers(before: SiteSnapshot | null, carrier_code: string | null): boolean {
  if (before === null || carrier_code === null) return false
  const { owner_code, stations } = before
  const isOwn =
    owner_code === carrier_code || stations.some((station) => station.carrier_code === carrier_code)
  return !isOwn && (owner_code !== null || stations.length > 0)
}

/** Field by field; those of stations as `alpha 4g · on_air_on`. */
function listChanges(before: SiteSnapshot | null, after: SiteDraft): FieldChange[] {
  if (before === null) return []
  const fields = listChangedFields(before, after).filter((field) => field !== 'stations')
  return [
    ...fields.map((field) => ({ field, before: before[field], after: after[field] })),
    ...listChangedStations(before, after).flatMap((station) => listStationChanges(before, station)),
  ]
}

function listStationChanges(before: SiteSnapshot, station: StationDraft): FieldChange[] {
  const name = `${station.carrier_code} ${station.technology}`
  const was = before.stations.find(({ id }) => id === station.id)
  if (was === undefined)
    return [{ field: `stations.${name}`, before: null, after: station.on_air_on ?? true }]
  return stationFieldNames
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(station[field]))
    .map((field) => ({ field: `stations.${name}.${field}`, before: was[field], after: station[field] }))
}
