import { beforeAll, describe, expect, it } from 'vitest'
import { columnGroups, readRights } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Client, Database, Row } from '../../../server/db/database.ts'
import { staff, toCarrierActor } from '../../helpers/actors.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { readsSiteColumn, readsStationColumn, seesSite, type Reader } from '../../helpers/expected-rights.ts'
import { fillGuardedSites, type GuardedSite } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { readers } from './readers.ts'

const siteColumns = Object.values(columnGroups.sites).flat()
const inRow = siteColumns.filter((column) => column !== 'note' && column !== 'geom')

describeDatabases('rights, read as the application’s role', ({ openDatabase }) => {
  let db: Database
  let sites: GuardedSite[]

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    sites = await db.transaction(fillGuardedSites)
    await db.query(
      `insert into users (username, display_name, role) values ('someone', 'Someone', 'staff') returning id`,
    )
  })

  const as = ({ actor, mode }: Reader) => actAs(db, actor, mode)

  const listSiteRows = async (client: Client) => {
    const rows = await client.query<Row & { id: number }>(`
select
  ${inRow.map((column) => `s.${column}`).join(', ')},
  st_x(s.geom) as lng, st_y(s.geom) as lat, p.note
from visible_sites s
left join site_private p on p.site_id = s.id`)
    return new Map(rows.map((row) => [row.id, row]))
  }

  describe.each(readers)('%s', (_, reader) => {
    it('reads the columns of sites that the table grants, and no other', async () => {
      const seen = await listSiteRows(as(reader))
      const whole = await listSiteRows(actAs(db, staff, 'full'))
      for (const site of sites) {
        const row = seen.get(site.id)
        expect(row !== undefined, site.kind).toBe(seesSite(reader, site))
        if (row === undefined) continue
        for (const column of [...inRow, 'note']) {
          const expected = readsSiteColumn(reader, site, column) ? whole.get(site.id)![column] : null
          expect(row[column], `${site.kind} ${column}`).toEqual(expected)
        }
        const isAtItsPlace = row['lng'] === site.values['lng'] && row['lat'] === site.values['lat']
        expect(isAtItsPlace, `${site.kind} geom`).toBe(readsSiteColumn(reader, site, 'geom'))
      }
    })

    it('reads the columns of stations that the table grants, and no other', async () => {
      const columns = columnGroups.stations
      const rows = await as(reader).query<Row & { site_id: number }>(`
select
  ${[...columns.public, ...columns.full].map((column) => `t.${column}`).join(', ')},
  ${columns.private.map((column) => `p.${column}`).join(', ')}
from visible_stations t
left join station_private p on p.station_id = t.id`)
      for (const site of sites) {
        for (const station of site.stations) {
          const row = rows.find(
            ({ site_id, carrier_code, technology }) =>
              site_id === site.id &&
              carrier_code === station.carrier_code &&
              technology === station.technology,
          )
          const name = `${site.kind} ${station.carrier_code} ${station.technology}`
          const may = (column: string) => readsStationColumn(reader, { site, station }, column)
          expect(row !== undefined, name).toBe(may('technology'))
          if (row === undefined) continue
          for (const [column, value] of Object.entries(station.values)) {
            expect(row[column], `${name} ${column}`).toEqual(may(column) ? value : null)
          }
          expect(row['id'] !== null && row['bands_mhz'] !== null, name).toBe(may('id'))
        }
      }
    })

    it('reads of the tables behind the views no more than of the views', async () => {
      const client = as(reader)
      // The row holds more than its columns: a carrier reads those of its own sites in the view alone.
      const isCarrier = reader.actor.role === 'carrier'
      const mine = sites
        .filter((site) => !isCarrier && readsSiteColumn(reader, site, 'address'))
        .map(({ id }) => id)
      const rows = await client.query<{ id: number }>('select id from sites order by id')
      const ids = new Set(sites.map(({ id }) => id))
      expect(rows.map(({ id }) => id).filter((id) => ids.has(id))).toEqual(mine)
      const notes = await client.query<{ note: string }>('select note from site_private order by site_id')
      const known = sites.filter((site) => readsSiteColumn(reader, site, 'note'))
      expect(notes.map(({ note }) => note)).toEqual(known.map(({ values }) => values['note']))
      const stations = await client.query<Row>('select certificate_no from station_private')
      const certified = sites.flatMap((site) =>
        site.stations.filter((station) => readsStationColumn(reader, { site, station }, 'certificate_no')),
      )
      expect(stations.map(({ certificate_no }) => certificate_no).sort()).toEqual(
        certified.map(({ values }) => values['certificate_no']).sort(),
      )
    })

    it('counts the sites of every unit without those it may not know of', async () => {
      const [counted] = await as(reader).query<{ live: number }>(
        `select sum(live) as live from site_counts where unit_set = 'commune'`,
      )
      const [there] = await db.query<{ live: number }>(
        `select count(*) as live from sites where status = 'live' and (visibility = 'public' or $1::boolean)`,
        [readRights.sites.public[reader.actor.role] === 'all'],
      )
      expect(counted!.live).toBe(there!.live)
    })

    it('reads all villages and statements, and accounts only as an admin', async () => {
      for (const table of ['villages', 'village_services', 'admin_units'] as const) {
        const [all] = await db.query<{ count: number }>(`select count(*) as count from ${table}`)
        expect(await as(reader).query(`select count(*) as count from ${table}`), table).toEqual([all])
      }
      expect(await as(reader).query('select hash from user_passwords')).toEqual([])
      expect(await as(reader).query('select id_hash from sessions')).toEqual([])
      const users = await as(reader).query('select id from users')
      expect(users).toHaveLength(readRights.users.full[reader.actor.role] === 'all' ? 1 : 0)
    })
  })

  it('shows nothing to whoever does not say in whose name it asks', async () => {
    for (const relation of [
      'visible_sites',
      'visible_stations',
      'site_counts',
      'visible_audit_log',
      'sites',
    ]) {
      const rows = await db.transaction(async (client) => {
        await client.query(`select set_config('role', 'app_user', true) as role`)
        return client.query(`select 1 as seen from ${relation}`)
      })
      expect(rows, relation).toEqual([])
    }
  })

  it('asks no function of a condition about a row or a column that is hidden', async () => {
    // Costs nothing, so a planner that may will ask it first.
    await db.run(`
      create function is_silent(value text, hidden text) returns boolean language plpgsql cost 0.0000001 as $$
      begin
        if value ~ hidden then raise exception 'told: %', value; end if;
        return true;
      end $$;
      grant execute on function is_silent(text, text) to app_user`)
    const alpha = actAs(db, toCarrierActor('alpha'), 'generalised')
    const count = (relation: string, hidden: string, value = 'r::text') =>
      alpha.query(`select count(*) as seen from ${relation} r where is_silent(${value}, $1::text)`, [hidden])
    const secrets = 'restricted|(address|land_owner|building_permit|approval|note) (tenant|offered|rival)'
    const rival = sites.find(({ kind }) => kind === 'rival')!
    for (const relation of ['visible_sites', 'sites', 'site_private', 'visible_audit_log']) {
      await expect(count(relation, secrets), relation).resolves.toHaveLength(1)
    }
    await expect(
      count('visible_sites', String(rival.values['lng']), 'st_x(r.geom)::text'),
    ).resolves.toHaveLength(1)
    const dates = rival.stations.map(({ values }) => values['on_air_on']).join('|')
    for (const relation of ['visible_stations', 'stations', 'station_private']) {
      await expect(count(relation, `${dates}|/beta/`), relation).resolves.toHaveLength(1)
    }
    // The function does tell what it sees.
    await expect(count('visible_sites', 'address own')).rejects.toThrow('told:')
  })
})
