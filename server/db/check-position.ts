/** What is at a position: which commune, which sites close by, and how far from where the site stands now? */
import { toDistanceM } from '../../core/gaps/nearest.ts'
import type { BBox } from '../../core/geo.ts'
import { sameMast_m } from '../../core/inventory/site-fields.ts'
import type { PositionFacts } from '../../core/inventory/site-rules.ts'
import type { Client } from './database.ts'
import { selectCommuneOf } from './locate-units.ts'

export interface PositionQuestion {
  readonly lng: number
  readonly lat: number
  /** The site that is placed: not near itself. */
  readonly site_id: number | null
  /** Where it stands now. */
  readonly from: { readonly lng: number; readonly lat: number } | null
  readonly commune_code: string | null
}

/** Near sites are those whose exact position the actor may see. */
export async function findPositionFacts(client: Client, question: PositionQuestion): Promise<PositionFacts> {
  const { lng, lat, from } = question
  const [row] = await client.query<PositionRow>(selectFacts, [
    lng,
    lat,
    question.site_id,
    question.commune_code,
    ...toBoxAround(lng, lat),
  ])
  if (row === undefined) throw new Error('A position was answered without a row')
  const near = row.near_sites
    .map(({ lng: nearLng, lat: nearLat, ...site }) => ({
      ...site,
      distance_m: toTenths(toDistanceM([lng, lat], [nearLng, nearLat])),
    }))
    .filter(({ distance_m }) => distance_m <= sameMast_m)
    .sort((a, b) => a.distance_m - b.distance_m || a.id - b.id)
  return {
    inside: row.units !== null,
    swapped: row.swapped,
    units: row.units,
    stated: row.stated,
    in_stated: row.in_stated,
    moved_m: from === null ? null : toTenths(toDistanceM([from.lng, from.lat], [lng, lat])),
    near_sites: near,
  }
}

interface PositionRow extends Record<string, unknown> {
  readonly units: PositionFacts['units']
  readonly stated: PositionFacts['stated']
  readonly in_stated: boolean
  readonly swapped: boolean
  readonly near_sites: readonly {
    readonly id: number
    readonly code: string
    readonly name: string
    readonly lng: number
    readonly lat: number
  }[]
}

function toTenths(metres: number): number {
  return Math.round(metres * 10) / 10
}

/** A little wider than the distance that counts as the same mast; poles are no province. */
function toBoxAround(lng: number, lat: number): BBox {
  const reach_lat = sameMast_m / 110_000
  const reach_lng = reach_lat / Math.max(Math.cos((lat * Math.PI) / 180), 0.01)
  return [lng - reach_lng, lat - reach_lat, lng + reach_lng, lat + reach_lat]
}

/** Of a commune `unit` (to 6/2025): its codes and names in all sets. */
const toUnits = (unit: string) => `
  jsonb_build_object(
    'commune_code', ${unit}.code,
    'commune_name', ${unit}.name,
    'district_code', ${unit}.parent_code,
    'district_name', (
      select d.name from admin_units d where d.unit_set = 'district' and d.code = ${unit}.parent_code
    ),
    'commune_2025_code', ${unit}.successor_code,
    'commune_2025_name', (
      select n.name from admin_units n where n.unit_set = 'commune-2025' and n.code = ${unit}.successor_code
    )
  )`

const selectFacts = `
with place as (
  select
    st_setsrid(st_makepoint($1::double precision, $2::double precision), 4326) as geom,
    st_setsrid(st_makepoint($2::double precision, $1::double precision), 4326) as swapped_geom
)
select
  case when located.code is not null then ${toUnits('located')} end as units,
  case when stated.code is not null then ${toUnits('stated')} end as stated,
  coalesce(st_covers(stated.geom, place.geom), false) as in_stated,
  case
    when located.code is not null then false
    else exists (
      select 1
      from admin_units u
      where u.unit_set = 'commune'
        and st_covers(u.geom, place.swapped_geom)
    )
  end as swapped,
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object('id', n.id, 'code', n.code, 'name', n.name, 'lng', st_x(n.geom), 'lat', st_y(n.geom))
      )
      from visible_sites n
      where n.access <> 'generalised'
        and n.id is distinct from $3::integer
        and n.geom && st_makeenvelope(
          $5::double precision, $6::double precision, $7::double precision, $8::double precision, 4326
        )
    ),
    '[]'::jsonb
  ) as near_sites
from place
left join lateral (
  select found.code, found.parent_code, found.successor_code, named.name
  from (${selectCommuneOf('place.geom')}
  ) found
  join admin_units named on named.unit_set = 'commune' and named.code = found.code
) located on true
left join admin_units stated on stated.unit_set = 'commune' and stated.code = $4::text`
