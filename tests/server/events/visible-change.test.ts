import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { toDays } from '../../../server/routes/days.ts'
import type { SiteSnapshot } from '../../../core/inventory/site-snapshot.ts'
import { toCellCentre } from '../../../core/rights/cell-centre.ts'
import { toVisibleChange } from '../../../core/rights/visible-change.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Client, Database } from '../../../server/db/database.ts'
import { findSite } from '../../../server/db/sites.ts'
import { findKeptSite } from '../../../server/db/site-snapshot.ts'
import { toLayerText } from '../../../server/layers/bodies.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillGuardedSites, type GuardedSite } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { readers } from '../rights/readers.ts'

/** One edit each, by raw SQL: the rule must hold whoever writes. `$1` is the site. */
const edits = [
  `update sites set name = name || 'x' where id = $1::integer returning id`,
  `update sites set geom = st_translate(geom, 0.0005, 0.0004) where id = $1::integer returning id`,
  `update sites set geom = st_translate(geom, 0.02, 0.01) where id = $1::integer returning id`,
  `update sites set mast_height_m = mast_height_m + 1 where id = $1::integer returning id`,
  `update sites set address = address || 'x' where id = $1::integer returning id`,
  `update sites set shareable = not shareable where id = $1::integer returning id`,
  `update sites set power_source = case power_source when 'grid' then 'generator' else 'grid' end where id = $1::integer returning id`,
  `update sites set status = case status when 'live' then 'retired' else 'live' end where id = $1::integer returning id`,
  `update sites set visibility = case visibility when 'public' then 'restricted' else 'public' end where id = $1::integer returning id`,
  `update sites set owner_code = case owner_code when 'alpha' then 'beta' else 'alpha' end where id = $1::integer returning id`,
  `update site_private set note = note || 'x' where site_id = $1::integer returning site_id`,
  `update stations set power_w = power_w + 1 where site_id = $1::integer and carrier_code = 'beta' and technology = '4g' returning id`,
  `update stations set on_air_on = on_air_on + 1 where site_id = $1::integer and carrier_code = 'beta' and technology = '5g' returning id`,
  `update stations set off_air_on = '1999-01-01' where site_id = $1::integer and technology = '4g' returning id`,
  `update station_private set note = note || 'x'
   where station_id in (select id from stations where site_id = $1::integer and carrier_code = 'beta') returning station_id`,
] as const

const { today } = toDays(undefined)

describeDatabases('who is told of a change', ({ openDatabase }) => {
  let db: Database
  let sites: GuardedSite[]
  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    sites = await fillGuardedSites(db)
  })

  const getSite = async (id: number): Promise<SiteSnapshot> =>
    db.transaction(async (client) => (await findKeptSite(client, id, 'to read'))!.site)

  /** What every reader is answered: layer, record and numbers. The version is no content. */
  const look = async (id: number) => {
    const seen: string[] = []
    for (const [, { actor, mode }] of readers) {
      seen.push(
        await actAs(db, actor, mode).transaction(async (client) => {
          const record = await findSite(client, { id, today })
          const { version: _, ...content } = { version: null, ...record }
          const layer = await toLayerText(client, { id: 'sites', role: actor.role }, { as_of: today })
          return JSON.stringify({ content, layer, counts: await listCounts(client) })
        }),
      )
    }
    return seen
  }

  it('is just whoever is answered otherwise than before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sites.length - 1 }),
        fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 2 }),
        async (index, statements) => {
          const { id } = sites[index]!
          const [before, seenBefore] = [await getSite(id), await look(id)]
          for (const statement of statements) await db.query(statement, [id])
          const [after, seenAfter] = [await getSite(id), await look(id)]
          const change = {
            noun: 'sites',
            noun_id: String(id),
            actor_id: null,
            carrier_code: null,
            restricted: false,
            before,
            after,
          }
          const told = readers.map(([name, { actor, mode }]) => [
            name,
            toVisibleChange(change, { actor, public_sites: mode, today }) !== null,
          ])
          const changed = readers.map(([name], n) => [name, seenBefore[n] !== seenAfter[n]])
          expect(told).toEqual(changed)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('the cell of a position is that of the database', async () => {
    const positions = fc.sample(
      fc.tuple(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -89, max: 89, noNaN: true }),
      ),
      500,
    )
    const cells = await db.query<{ lng: number; lat: number }>(
      `select st_x(c) as lng, st_y(c) as lat
       from rows from (unnest($1::double precision[]), unnest($2::double precision[])) with ordinality as p (lng, lat, n),
         to_cell_centre(st_setsrid(st_makepoint(p.lng, p.lat), 4326)) as c
       order by n`,
      [positions.map(([lng]) => lng), positions.map(([, lat]) => lat)],
    )
    for (const [n, [lng, lat]] of positions.entries()) {
      const [ours, theirs] = [toCellCentre(lng, lat), cells[n]!]
      expect(Math.abs(ours[0] - theirs.lng)).toBeLessThan(2e-6)
      expect(Math.abs(ours[1] - theirs.lat)).toBeLessThan(2e-6)
    }
  })
})

function listCounts(client: Client) {
  return client.query('select unit_set, code, live, generator from site_counts order by unit_set, code')
}
