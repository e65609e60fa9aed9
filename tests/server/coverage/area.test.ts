import { beforeAll, describe, expect, it } from 'vitest'
import { createGround, toUnitAreas, uniteCircles, type UnitArea } from '../../../core/coverage/area.ts'
import { toRing } from '../../../core/coverage/site-circle.ts'
import type { LngLat, MultiPolygon, Polygon } from '../../../core/geo.ts'
import type { Client, Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'

interface Unit {
  readonly code: string
  readonly geometry: Polygon | MultiPolygon
}

type MeasuredRow = {
  readonly code: string
  readonly area_m2: number
  readonly covered_m2: number
}

const tables = ['province', 'district', 'commune', 'commune-2025'] as const

async function listUnits(client: Client, set: string): Promise<Unit[]> {
  const rows = await client.query<{ code: string; geometry: string }>(
    `select code, st_asgeojson(geom, 15) as geometry from admin_units where unit_set = $1::text order by code`,
    [set],
  )
  return rows.map(({ code, geometry }) => ({ code, geometry: JSON.parse(geometry) as Polygon }))
}

async function listSites(client: Client): Promise<LngLat[]> {
  const rows = await client.query<{ lng: number; lat: number }>(
    `select st_x(geom) as lng, st_y(geom) as lat from sites where status = 'live' order by id`,
  )
  return rows.map(({ lng, lat }) => [lng, lat])
}

/** PostGIS's way: the polygons united, cut with each unit, measured on the spheroid. */
const measureRings = `
with united as (
  select st_union(st_setsrid(st_geomfromgeojson(ring), 4326)) as geom
  from jsonb_array_elements_text($1::jsonb) ring
)
select
  a.code,
  st_area(a.geom::geography) as area_m2,
  st_area(st_intersection(a.geom, u.geom)::geography) as covered_m2
from admin_units a
cross join united u
where a.unit_set = $2::text
order by a.code`

/** The true circle as nearly as one likes: 360 corners, each by the geodesic. */
const measureGeodesicCircles = `
with rings as (
  select st_makepolygon(st_makeline(array_agg(
    st_project(s.geom::geography, $1::float8, radians(step % 360))::geometry order by step
  ))) as geom
  from sites s
  cross join generate_series(0, 360) step
  where s.status = 'live'
  group by s.id
), united as (
  select st_union(geom) as geom from rings
)
select
  a.code,
  st_area(a.geom::geography) as area_m2,
  st_area(st_intersection(a.geom, u.geom)::geography) as covered_m2
from admin_units a
cross join united u
where a.unit_set = $2::text
order by a.code`

function toRings(sites: readonly LngLat[], radius_m: number): string {
  const rings = sites.map((position) => {
    const ring = toRing({ position, radius_m })
    return JSON.stringify({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })
  })
  return JSON.stringify(rings)
}

function measure(units: readonly Unit[], sites: readonly LngLat[], radius_m: number): UnitArea[] {
  const ground = createGround(units.map(({ geometry }) => geometry))
  const circles = sites.map((position) => ({ position, radius_m }))
  return toUnitAreas(ground, uniteCircles(ground.plane, circles))
}

/** Within 0.1 %, or 100 m² where a circle only touches a unit. */
function expectSame(own_m2: number, postgis_m2: number, what: string): void {
  expect(Math.abs(own_m2 - postgis_m2), what).toBeLessThan(Math.max(postgis_m2 * 0.001, 100))
}

describeDatabases('area inside circles, beside PostGIS on the real boundaries', ({ openSampleDatabase }) => {
  let db: Database
  let sites: LngLat[]

  beforeAll(async () => {
    db = await openSampleDatabase()
    sites = await listSites(db)
  })

  describe.each(tables)('%s', (set) => {
    it.each([500, 3_000, 10_000])('is the same for circles of %d m', async (radius_m) => {
      const units = await listUnits(db, set)
      const rows = await db.query<MeasuredRow>(measureRings, [toRings(sites, radius_m), set])
      expect(rows.length).toBe(units.length)
      const areas = measure(units, sites, radius_m)
      for (const [index, row] of rows.entries()) {
        expectSame(areas[index]!.area_m2, row.area_m2, `${row.code} area`)
        expectSame(areas[index]!.covered_m2, row.covered_m2, row.code)
      }
      expect(rows.some(({ covered_m2 }) => covered_m2 > 0)).toBe(true)
    })
  })

  it('errs by less than 0.1 % of the province against true circles', async () => {
    const units = await listUnits(db, 'province')
    for (const radius_m of [500, 3_000, 10_000]) {
      const rows = await db.query<MeasuredRow>(measureGeodesicCircles, [radius_m, 'province'])
      const error = measure(units, sites, radius_m)[0]!.covered_m2 / rows[0]!.covered_m2 - 1
      expect(Math.abs(error), `${radius_m} m`).toBeLessThan(0.001)
    }
  })
})
