import { expect, it } from 'vitest'
import type { LngLat } from '../../../core/geo.ts'
import { toGeodesic } from '../../../core/measure/geodesic.ts'
import { toAreaM2 } from '../../../core/measure/area.ts'
import { describeDatabases } from '../../helpers/databases.ts'

/** Same numbers every time: fractions of the golden ratio. */
const spread = (index: number) => (index * 0.618_033_988_749_895) % 1

const places = Array.from({ length: 60 }, (_, index): LngLat => [
  102.1 + 1.5 * spread(index + 1),
  20.8 + 1.8 * spread(7 * index + 3),
])

/** Convex-like rings of many sizes: 100 m to a province across. */
const rings = [0.001, 0.01, 0.1, 0.5, 0.85].map((radius, index) =>
  Array.from({ length: 4 + index * 3 }, (_, corner, n = 4 + index * 3): LngLat => {
    const angle = (2 * Math.PI * corner) / n
    const reach = radius * (0.6 + 0.4 * spread(corner + 1))
    return [102.9 + reach * Math.cos(angle), 21.7 + reach * Math.sin(angle)]
  }),
)

describeDatabases('measuring beside PostGIS geographies', ({ openDatabase }) => {
  it('gives distances within 1 mm and bearings within 0.0001°', async () => {
    const db = await openDatabase()
    const pairs = places.slice(1).map((to, index) => ({ from: places[index]!, to }))
    const rows = await db.query<{ metres: number; bearing: number }>(
      `select
         st_distance(a::geography, b::geography) as metres,
         degrees(st_azimuth(a::geography, b::geography)) as bearing
       from jsonb_array_elements($1::jsonb) with ordinality as pair (value, n)
       cross join lateral (
         select
           st_setsrid(st_makepoint((value -> 'from' ->> 0)::float8, (value -> 'from' ->> 1)::float8), 4326) as a,
           st_setsrid(st_makepoint((value -> 'to' ->> 0)::float8, (value -> 'to' ->> 1)::float8), 4326) as b
       ) places
       order by n`,
      [JSON.stringify(pairs)],
    )
    expect(rows).toHaveLength(pairs.length)
    rows.forEach(({ metres, bearing }, index) => {
      const { distance_m, bearing_deg } = toGeodesic(pairs[index]!.from, pairs[index]!.to)
      expect(Math.abs(distance_m - metres)).toBeLessThan(0.001)
      expect(Math.abs(bearing_deg! - bearing)).toBeLessThan(0.0001)
    })
  })

  it('gives areas within 0.01 %, from a yard to a province', async () => {
    const db = await openDatabase()
    for (const ring of rings) {
      const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
      const [row] = await db.query<{ area: number }>(
        'select st_area(st_setsrid(st_geomfromgeojson($1::text), 4326)::geography) as area',
        [JSON.stringify(geometry)],
      )
      expect(Math.abs(toAreaM2(ring) / row!.area - 1)).toBeLessThan(0.0001)
    }
  })
})
