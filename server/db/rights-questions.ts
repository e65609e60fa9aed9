/** What does the benchmark of rights ask: sites as the layers read them, with and without the views that guard them? */
import type { BBox } from '../../core/geo.ts'
import type { Client, SqlValue } from './database.ts'
import { selectSites } from './site-rows.ts'
import { createSqlParameters } from './sql-parameters.ts'

export interface SiteQuestionText {
  readonly guarded: string
  /** The same text over views that are nothing but the tables. */
  readonly bare: string
  readonly values: readonly SqlValue[]
}

export function toSiteQuestion(today: string, bbox: BBox | null): SiteQuestionText {
  const { bind, values } = createSqlParameters()
  const guarded = selectSites(bind, { as_of: today, ...(bbox === null ? {} : { bbox }) })
  return { guarded, bare: guarded.replaceAll('visible_', 'bare_'), values }
}

/** Views without a barrier vanish in planning: what is left is the query over the tables. */
export async function createBareViews(client: Client): Promise<void> {
  await client.run(`
    create view bare_sites as select s.*, 'full'::text as access from sites s;
    create view bare_stations as
    select t.*, s.status as site_status, 'full'::text as access
    from stations t
    join sites s on s.id = t.site_id;`)
}

/** Sites all over the box with three stations each, the same on both databases; one in a hundred is restricted. */
export async function createManySites(client: Client, count: number, box: BBox): Promise<void> {
  await client.query(
    `insert into carriers (code, name, letter, color, is_sample)
     select code, code, 'X', '#000000', true
     from unnest(array['a', 'b', 'c', 'd', 'e']) as code
     on conflict do nothing
     returning 1 as created`,
  )
  await client.query(
    `insert into sites (
       code, name, geom, district_code, commune_code, commune_2025_code, owner_code, mast_kind, mast_height_m, power_source,
       has_backup_generator, backhaul, shareable, status, visibility, is_sample, search_names
     )
     select
       'N' || n, 'Trạm ' || n,
       st_setsrid(st_makepoint(
         round(($2::float8 + ($4::float8 - $2::float8) * mod(n * 0.6180339887498949, 1))::numeric, 6),
         round(($3::float8 + ($5::float8 - $3::float8) * mod(n * 0.7548776662466927, 1))::numeric, 6)
       ), 4326),
       '094', '03124', '03124', (array['a', 'b', 'c', 'd', 'e'])[1 + n % 5], 'A1', 42,
       case when n % 50 = 0 then 'generator' else 'grid' end, true, 'fibre', n % 10 = 0, 'live',
       case when n % 100 = 0 then 'restricted' else 'public' end, true, 'tram ' || n
     from generate_series(1, $1::integer) as n
     order by n
     returning 1 as created`,
    [count, ...box],
  )
  await client.query(
    `insert into stations (site_id, carrier_code, technology, bands_mhz, on_air_on, is_sample)
     select s.id, (array['a', 'b', 'c', 'd', 'e'])[1 + (s.id + k / 2) % 5], (array['2g', '4g', '3g'])[k + 1], '{1800}',
       date '2015-01-01' + (s.id % 2000), true
     from sites s
     cross join generate_series(0, 2) as k
     order by s.id, k
     returning 1 as created`,
  )
}
