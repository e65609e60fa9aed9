/** What does the benchmark ask of a whole country? Units, villages and statements of any number, and shares of them in SQL. */
import type { Client } from './database.ts'

export interface CountrySizes {
  readonly units: number
  readonly villages: number
  readonly statements: number
}

/**
 * Communes in a grid, villages dealt out to them, statements of every service, carrier, basis and state equally often: as
 * scripts/bench/random-data.ts makes them for the worker. In a transaction.
 */
export async function createCountry(client: Client, sizes: CountrySizes): Promise<void> {
  // A million rows take longer than any request may.
  await client.run('set local statement_timeout = 0')
  await client.query(
    `insert into carriers (code, name, letter, color, is_sample)
     select code, code, 'X', '#000000', true
     from unnest(array['a', 'b', 'c', 'd', 'e']) as code
     returning 1 as created`,
  )
  await client.query(
    `insert into admin_units (
       unit_set, code, name, kind, parent_code, valid_from, search_names, label, geom
     )
     select
       'commune', lpad(n::text, 5, '0'), 'Xã ' || n, 'xa', '001', date '2020-01-01', 'xa ' || n,
       st_setsrid(st_makepoint(102 + (n % 110) * 0.01 + 0.005, 9 + (n / 110) * 0.01 + 0.005), 4326),
       st_makeenvelope(
         102 + (n % 110) * 0.01, 9 + (n / 110) * 0.01, 102.01 + (n % 110) * 0.01, 9.01 + (n / 110) * 0.01, 4326
       )
     from generate_series(0, $1::integer - 1) as n
     returning 1 as created`,
    [sizes.units],
  )
  await client.query(
    `insert into villages (
       code, name, kind, located_by, commune_code, district_code, commune_2025_code, households, population, grid_power,
       is_sample, position_is_sample, search_names
     )
     select
       'V' || n, 'Bản ' || n, 'ban', 'label', lpad((n * 7919 % $2::integer)::text, 5, '0'), '001', '00000',
       50 + n % 200, 200 + n % 900, n % 9 > 0, true, true, 'ban ' || n
     from generate_series(0, $1::integer - 1) as n
     returning 1 as created`,
    [sizes.villages, sizes.units],
  )
  await client.query(
    `insert into village_services (
       village_id, service, carrier_code, basis, state, observed_on, is_sample
     )
     select
       1 + (n * 48271::bigint % $2::integer)::integer,
       (array['fibre', '2g', '3g', '4g', '5g'])[1 + (n / 7) % 5],
       (array['a', 'b', 'c', 'd', 'e'])[1 + (n / 11) % 5],
       (array['predicted', 'declared', 'measured', 'verified']::coverage_basis[])[1 + (n / 3) % 4],
       (array['not_covered', 'partial', 'covered'])[1 + (n / 5) % 3],
       date '2015-01-01' + n % 2400,
       true
     from generate_series(0, $1::integer - 1) as n
     returning 1 as created`,
    [sizes.statements, sizes.villages],
  )
}
