/** How long does PostGIS take to locate points in the communes? The peer of the worker's locating, for the benchmark. */
import type { LngLat } from '../../core/geo.ts'
import type { Client } from './database.ts'

interface Explained {
  readonly [key: string]: unknown
  readonly 'QUERY PLAN': readonly { readonly 'Execution Time': number }[]
}

/** Milliseconds of execution inside the database: handing over the points is not counted. */
export async function timeJoin(client: Client, points: readonly LngLat[]): Promise<number> {
  const rows = await client.query<Explained>(
    `explain (analyze, timing off, format json)
     select p.position, min(u.code)
     from unnest($1::float8[], $2::float8[]) with ordinality as p (lng, lat, position)
     join admin_units u on u.unit_set = 'commune' and st_covers(u.geom, st_setsrid(st_makepoint(p.lng, p.lat), 4326))
     group by p.position`,
    [points.map(([lng]) => lng), points.map(([, lat]) => lat)],
  )
  return rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? Number.NaN
}
