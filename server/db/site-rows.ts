/** Which sites does the reader see, and what is on air there? */
import { hasText, isInBox, listUnitConditions, toWhere, type LayerRequest } from './layer-request.ts'
import { isOnAir } from './on-air.ts'
import type { Bind } from './sql-parameters.ts'

/** Carriers and technologies on air by site; of all sites that the reader sees, or of those that the query names. */
export function selectStationsOnAir(bind: Bind, as_of: string, selectSiteIds?: string): string {
  return `
  select
    t.site_id,
    array_agg(distinct t.carrier_code order by t.carrier_code) as carriers,
    bool_or(t.technology = '2g') as has_2g,
    bool_or(t.technology = '3g') as has_3g,
    bool_or(t.technology = '4g') as has_4g,
    bool_or(t.technology = '5g') as has_5g,
    count(distinct t.carrier_code) > 1 as shared
  from visible_stations t
  ${toWhere([
    isOnAir(bind, as_of),
    // As an array it reaches the index behind the view.
    selectSiteIds === undefined ? undefined : `t.site_id = any (array(${selectSiteIds}))`,
  ])}
  group by t.site_id`
}

/** The properties of the layer, of a site `s` with what is on air `w`. */
export const siteColumns = `
  s.code,
  s.name,
  coalesce(w.carriers, '{}') as carriers,
  coalesce(w.has_2g, false) as has_2g,
  coalesce(w.has_3g, false) as has_3g,
  coalesce(w.has_4g, false) as has_4g,
  coalesce(w.has_5g, false) as has_5g,
  s.power_source,
  s.has_backup_generator,
  s.backhaul,
  s.shareable,
  s.status,
  s.mast_kind,
  s.mast_height_m,
  coalesce(w.shared, false) as shared,
  s.district_code,
  s.commune_code,
  s.commune_2025_code,
  s.access,
  s.is_sample`

export function selectSites(bind: Bind, request: LayerRequest): string {
  return selectSitesWhere(bind, request, [])
}

/** Live sites whose main power is a generator. */
export function selectGeneratorSites(bind: Bind, request: LayerRequest): string {
  return selectSitesWhere(bind, request, [`s.power_source = 'generator'`, `s.status = 'live'`])
}

function selectSitesWhere(bind: Bind, request: LayerRequest, conditions: readonly string[]): string {
  const places = [
    isInBox(bind, 's.geom', request.bbox),
    ...listUnitConditions(bind, 's', request),
    hasText(bind, 's.power_source', request.power_source),
    ...conditions,
  ]
  // Of a whole province all stations are read at once; of a part only those of its sites.
  const isPart = places.some((condition) => condition !== undefined)
  return `
with asked as (
  select
    s.id, s.geom, s.code, s.name, s.power_source, s.has_backup_generator, s.backhaul, s.shareable, s.status, s.mast_kind,
    s.mast_height_m, s.district_code, s.commune_code, s.commune_2025_code, s.access, s.is_sample
  from visible_sites s
  ${toWhere(places)}
), on_air as (${selectStationsOnAir(bind, request.as_of, isPart ? 'select id from asked' : undefined)}
)
select
  s.id as feature_id,
  st_asgeojson(s.geom, 6, 0) as geometry,
  ${siteColumns}
from asked s
left join on_air w on w.site_id = s.id
${toWhere([hasStationOnAir(bind, request)])}
order by s.id`
}

/** One station answers to both: the carrier asked for runs the technology asked for. */
function hasStationOnAir(bind: Bind, request: LayerRequest): string | undefined {
  if (request.carrier === undefined && request.technology === undefined) return undefined
  return `s.id in (
      select t.site_id
      from visible_stations t
      ${toWhere([
        isOnAir(bind, request.as_of),
        hasText(bind, 't.carrier_code', request.carrier),
        hasText(bind, 't.technology', request.technology),
      ])})`
}
