/** In which units does a position lie, and what stands near it? Asked for thousands of rows, so that it is read once. */
import Flatbush from 'flatbush'
import { createLocator, toUnitRank } from '../../../core/coverage/locate.ts'
import { toDistanceM, toMetresPerDegree } from '../../../core/gaps/nearest.ts'
import type { LngLat, MultiPolygon, Polygon } from '../../../core/geo.ts'
import { sameMast_m } from '../../../core/inventory/site-fields.ts'
import type { UnitsOfSite } from '../../../core/inventory/site-snapshot.ts'
import type { Client, Row } from '../database.ts'

export interface Places {
  /** Null outside the province. */
  readonly locate: (position: LngLat) => UnitsOfSite | null
  /** Of a commune (to 6/2025). */
  readonly findUnits: (commune_code: string) => UnitsOfSite | null
}

interface CommuneRow extends Row {
  readonly code: string
  readonly parent_code: string
  readonly successor_code: string
  readonly geometry: Polygon | MultiPolygon
}

/** By the same rule as `selectCommuneOf`, which tests hold together. */
export async function getPlaces(client: Client): Promise<Places> {
  const communes = await client.query<CommuneRow>(`
select u.code, u.parent_code, u.successor_code, st_asgeojson(u.geom, 15)::jsonb as geometry
from admin_units u
where u.unit_set = 'commune'
order by u.code`)
  const units = communes.map(({ code, parent_code, successor_code }) => ({
    commune_code: code,
    district_code: parent_code,
    commune_2025_code: successor_code,
  }))
  const locate = createLocator(
    communes.map((commune) => ({ rank: toUnitRank(commune), geometry: commune.geometry })),
  )
  const byCode = new Map(units.map((unit) => [unit.commune_code, unit]))
  return {
    locate: (position) => units[locate(position)] ?? null,
    findUnits: (commune_code) => byCode.get(commune_code) ?? null,
  }
}

/** Code of another site within 20 m, among those whose exact position the actor may see. */
export async function getNearSites(
  client: Client,
): Promise<(position: LngLat, own_code: string) => string | null> {
  const sites = await client.query<{ code: string; lng: number; lat: number }>(`
select s.code, st_x(s.geom) as lng, st_y(s.geom) as lat
from visible_sites s
where s.access <> 'generalised'
  and s.geom is not null
order by s.code`)
  if (sites.length === 0) return () => null
  const index = new Flatbush(sites.length)
  for (const { lng, lat } of sites) index.add(lng, lat, lng, lat)
  index.finish()
  return ([lng, lat], own_code) => {
    const metres = toMetresPerDegree(lat)
    const [x, y] = [sameMast_m / metres.lng, sameMast_m / metres.lat]
    const found = index
      .search(lng - x, lat - y, lng + x, lat + y)
      .map((place) => sites[place]!)
      .filter((site) => site.code !== own_code)
      .find((site) => toDistanceM([lng, lat], [site.lng, site.lat]) <= sameMast_m)
    return found?.code ?? null
  }
}
