/** What does the benchmark ask of the database for its peers: PostGIS's own join, and the rows that MapServer serves? */
import type { LngLat } from '../../core/geo.ts'
import { layers } from '../../core/inventory/layers.ts'
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

/**
 * A table `peer_<layer>` with the features as our API serves them, one text column per property: both sides serve the
 * same features with the same properties.
 *
 * @param collection the GeoJSON text of the layer
 */
export async function createPeerTable(
  client: Client,
  layer: 'villages' | 'communes',
  collection: string,
): Promise<void> {
  const columns = Object.keys(layers[layer].fields)
  // `create table … as` takes no parameters: the collection is handed over as a setting of the transaction.
  await client.query(`select set_config('peer.collection', $1::text, true) is not null as stored`, [
    collection,
  ])
  const selected = columns
    .map((name) => `feature -> 'properties' ->> '${name}' as ${name}`)
    .join(',\n       ')
  await client.run(
    `create table peer_${layer} as
     select
       row_number() over ()::integer as feature_id,
       ${selected},
       st_setsrid(st_geomfromgeojson(feature ->> 'geometry'), 4326) as geom
     from jsonb_array_elements(current_setting('peer.collection')::jsonb -> 'features') as feature;
     alter table peer_${layer} add primary key (feature_id);
     create index peer_${layer}_geom on peer_${layer} using gist (geom);
     analyze peer_${layer};`,
  )
}
