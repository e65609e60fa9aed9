import { beforeAll, expect, it } from 'vitest'
import { anonymous, type Actor, type PublicSites } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database, Row } from '../../../server/db/database.ts'
import { listStationMonths } from '../../../server/db/station-months.ts'
import { staff, toCarrierActor, toLocalActor, viewer } from '../../helpers/actors.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillGuardedSites } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

const today = '2026-01-15'

describeDatabases('months of stations', ({ openDatabase }) => {
  let db: Database

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    await db.transaction(fillGuardedSites)
  })

  const ask = (actor: Actor, mode: PublicSites = 'full') => listStationMonths(actAs(db, actor, mode), today)
  const countDays = (rows: readonly { readonly on_air: number; readonly off_air: number }[]) =>
    rows.reduce((sum, { on_air, off_air }) => sum + on_air + off_air, 0)

  const countStored = async (condition: string) => {
    const [row] = await db.query<Row & { count: number }>(`
select (
  count(*) filter (where t.on_air_on <= '${today}') + count(*) filter (where t.off_air_on <= '${today}')
)::integer as count
from stations t
join sites s on s.id = t.site_id
where ${condition}`)
    return row!.count
  }

  it('count every day that stations went on or off air, for the staff', async () => {
    const months = await ask(staff)
    expect(countDays(months)).toBe(await countStored('true'))
    expect(countDays(months)).toBeGreaterThan(0)
    expect(months.map(({ month }) => month)).toEqual([...months.map(({ month }) => month)].sort())
    for (const { month } of months) expect(month).toMatch(/^\d{4}-\d{2}$/)
  })

  it('leave restricted sites out for the planner', async () => {
    expect(countDays(await ask(viewer))).toBe(await countStored(`s.visibility = 'public'`))
  })

  it('tell a carrier its own stations alone', async () => {
    const own = await countStored(`t.carrier_code = 'alpha' and s.visibility = 'public'`)
    expect(own).toBeGreaterThan(0)
    expect(countDays(await ask(toCarrierActor('alpha')))).toBe(own)
  })

  it.each(['full', 'generalised', 'count'] as const)('tell a visitor and an UBND none (%s)', async (mode) => {
    expect(await ask(anonymous, mode)).toEqual([])
    expect(await ask(toLocalActor({ unit_set: 'district', code: '701' }), mode)).toEqual([])
  })
})
