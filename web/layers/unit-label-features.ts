/** What stands on each unit's label point? One point per unit, so that a name never repeats at a tile's edge. */
import type { Feature, FeatureCollection, Point } from '../../core/geo.ts'
import type { Choropleth, ChoroplethSet } from '../map/map-view-props.ts'

/** The field in which a site, village or other point says its unit of the set; null where all lie in one. */
export const unitCodeFields = {
  province: null,
  district: 'district_code',
  commune: 'commune_code',
  'commune-2025': 'commune_2025_code',
} as const satisfies Record<ChoroplethSet, string | null>

export interface UnitLabelInput {
  readonly units: FeatureCollection | null
  readonly choropleth: Choropleth | null
  /** Null when sites are not shown. */
  readonly sites: FeatureCollection | null
  readonly site_count: (count: number) => string
  readonly remaining_count: (count: number) => string
}

/**
 * Label points of the asked units. Districts are all named, the longest names first since they can step aside least;
 * of smaller units those with most villages remaining come first when there is not room for all.
 */
export function toUnitLabelFeatures(input: UnitLabelInput): FeatureCollection<Point> {
  const { units, choropleth } = input
  if (units === null || choropleth === null) return toCollection([])
  const siteCounts = countSites(input.sites, choropleth.unit_set, [...choropleth.values.keys()][0])
  const features = units.features.flatMap((unit): Feature<Point>[] => {
    const code = String(unit.properties?.['code'])
    const value = choropleth.values.get(code)
    const position = toLabelPosition(unit)
    if (value === undefined || position === null) return []
    const properties = {
      code,
      name: value.name,
      label: value.label,
      remaining: value.remaining,
      remaining_text: input.remaining_count(value.remaining),
      site_text: input.sites === null ? '' : input.site_count(siteCounts.get(code) ?? 0),
      rank: isWideSet(choropleth.unit_set) ? -value.name.length : -value.remaining,
    }
    return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: position } }]
  })
  return toCollection(features)
}

/** Units so large that every one is named at once. */
function isWideSet(unit_set: ChoroplethSet): boolean {
  return unit_set === 'district' || unit_set === 'province'
}

/** Names alone, on the label points: districts among communes. */
export function toNameFeatures(units: FeatureCollection | null): FeatureCollection<Point> {
  const features = (units?.features ?? []).flatMap((unit): Feature<Point>[] => {
    const position = toLabelPosition(unit)
    if (position === null) return []
    const name = String(unit.properties?.['name'])
    return [{ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: position } }]
  })
  return toCollection(features)
}

function toCollection(features: Feature<Point>[]): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features }
}

function toLabelPosition(unit: Feature): [number, number] | null {
  const lng: unknown = unit.properties?.['label_lng']
  const lat: unknown = unit.properties?.['label_lat']
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null
}

function countSites(
  sites: FeatureCollection | null,
  unit_set: ChoroplethSet,
  only_code: string | undefined,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const site of sites?.features ?? []) {
    if (site.properties?.['status'] !== 'live') continue
    const field = unitCodeFields[unit_set]
    const code = field === null ? (only_code ?? '') : String(site.properties[field])
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}
