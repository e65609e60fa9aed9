/** How long does PostGIS take for what the engine measures: circles united, cut with communes, on the spheroid? For benchmarks. */
import type { LngLat } from '../../core/geo.ts'
import type { Client } from './database.ts'

const measureRings = `
with united as (
  select st_union(st_setsrid(st_geomfromgeojson(ring), 4326)) as geom
  from jsonb_array_elements_text($1::jsonb) ring
)
select sum(st_area(st_intersection(a.geom, u.geom)::geography)) as covered_m2
from admin_units a
cross join united u
where a.unit_set = 'commune'`

/** @param rings closed */
export async function timeArea(
  client: Client,
  rings: readonly (readonly LngLat[])[],
): Promise<{ readonly ms: number; readonly covered_m2: number }> {
  const polygons = rings.map((ring) => JSON.stringify({ type: 'Polygon', coordinates: [ring] }))
  const start = performance.now()
  const [row] = await client.query<{ covered_m2: number }>(measureRings, [JSON.stringify(polygons)])
  return { ms: performance.now() - start, covered_m2: row?.covered_m2 ?? NaN }
}
