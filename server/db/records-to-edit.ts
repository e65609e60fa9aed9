/** What do the people of a benchmark edit, and how much has been written of it? Asked by the owner of a database of its own. */
import type { Client } from './database.ts'

export interface SiteToMove {
  readonly id: number
  readonly version: number
  readonly lng: number
}

export interface RecordIds {
  readonly site_ids: readonly number[]
  readonly village_ids: readonly number[]
  readonly carrier_code: string
}

export function listSitesToMove(client: Client, most: number): Promise<SiteToMove[]> {
  return client.query<SiteToMove & Record<string, unknown>>(
    `
select id, version, st_x(geom) as lng
from sites
where visibility = 'public'
order by id
limit $1::integer`,
    [most],
  )
}

/** Sites that have stations, villages, and a carrier to state something of. */
export async function listRecordsToEdit(client: Client, mostSites: number): Promise<RecordIds> {
  const sites = await client.query<{ id: number }>(
    `
select s.id
from sites s
where s.visibility = 'public'
  and exists (select 1 from stations t where t.site_id = s.id)
order by s.id
limit $1::integer`,
    [mostSites],
  )
  const villages = await client.query<{ id: number }>(`select id from villages order by id limit 20`)
  const [carrier] = await client.query<{ code: string }>(`select code from carriers order by code limit 1`)
  if (sites.length === 0 || villages.length === 0 || carrier === undefined) {
    throw new Error('There is nothing to edit')
  }
  return {
    site_ids: sites.map(({ id }) => id),
    village_ids: villages.map(({ id }) => id),
    carrier_code: carrier.code,
  }
}

/** All audit entries, and the versions of these sites added up. */
export async function countWritten(
  client: Client,
  site_ids: readonly number[],
): Promise<{ entries: number; versions: number }> {
  const [counts] = await client.query<{ entries: number; versions: number }>(
    `
select
  (select count(*) from audit_log) as entries,
  (select sum(version) from sites where id = any($1::integer[])) as versions`,
    [site_ids],
  )
  if (counts === undefined) throw new Error('count(*) returned no row')
  return counts
}

/** The least that a write can be: what saving is compared with. */
export async function createBareTable(client: Client): Promise<void> {
  await client.run(
    'create table if not exists bare_inserts (id integer generated always as identity, text text)',
  )
}

export async function insertBareRow(client: Client): Promise<void> {
  await client.query(`insert into bare_inserts (text) values ($1::text) returning id`, ['một dòng'])
}
