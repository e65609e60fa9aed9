import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LightMyRequestResponse } from 'fastify'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, type Desk } from './desk.ts'

describeDatabases('two who act at once on an assigned village', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let villages: string[]

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    villages = await desk.listUnserved('inside')
  })
  afterAll(() => desk.app.close())

  async function handIn(count = 1): Promise<number[]> {
    const ids = await desk.assign(Array.from({ length: count }, () => ({ village_code: villages.shift()! })))
    for (const id of ids) {
      await desk.step('carrier', id, { move: 'broadcast', technologies: ['4g'], happened_on: '2024-05-06' })
      await desk.step('carrier', id, { move: 'submit' })
    }
    return ids
  }
  const versionOf = async (id: number) => (await desk.see('staff', id)).assignment.progress!.version

  /** One is done, the other is told that somebody was there before. */
  function expectOneWins(answers: readonly LightMyRequestResponse[]): void {
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
    const lost = answers.find(({ statusCode }) => statusCode === 412)!
    expect(lost.json()).toMatchObject({ code: 'version_conflict' })
  }

  it('as the Sở: one decides, the other is told so', async () => {
    for (let round = 0; round < 3; round++) {
      const [id] = await handIn()
      const version = await versionOf(id!)
      expectOneWins(
        await Promise.all([
          desk.move('staff', id!, { move: 'accept', technologies: ['4g'] }, version),
          desk.move('admin', id!, { move: 'return', reason: 'chưa đạt' }, version),
        ]),
      )
      const { assignment, events } = await desk.see('staff', id!)
      expect(events.filter(({ move }) => move === 'accept' || move === 'return')).toHaveLength(1)
      expect(assignment.coverage_state).toBe(
        assignment.progress!.state === 'confirmed' ? 'covered' : 'not_covered',
      )
    }
  })

  it('as the Sở that accepts and the carrier that takes it back: whoever is first', async () => {
    for (let round = 0; round < 3; round++) {
      const [id] = await handIn()
      const version = await versionOf(id!)
      expectOneWins(
        await Promise.all([
          desk.move('carrier', id!, { move: 'recall' }, version),
          desk.move('staff', id!, { move: 'accept', technologies: ['4g'] }, version),
        ]),
      )
      const { assignment } = await desk.see('staff', id!)
      expect(['on_air', 'confirmed']).toContain(assignment.progress!.state)
      const said = await db.query(
        `select s.id from village_services s
         where s.village_id = $1::integer and s.basis = 'verified' and s.carrier_code = 'alpha-tel'`,
        [assignment.village_id],
      )
      expect(said.length > 0).toBe(assignment.progress!.state === 'confirmed')
    }
  })

  it('with many: all are accepted or none, and the one in the way is named', async () => {
    const ids = await handIn(3)
    const items = await Promise.all(ids.map(async (id) => ({ id, version: await versionOf(id) })))
    const accept = (what: object) =>
      desk
        .as('staff')
        .send('POST', '/api/assignment-moves', { move: 'accept', technologies: ['4g'], ...what })
    const before = await desk.countMobile()
    const stale = await accept({
      items: items.map((item, at) => (at === 1 ? { ...item, version: 1 } : item)),
    })
    expect(stale.json()).toMatchObject({ code: 'version_conflict', params: { assignment_id: ids[1] } })
    expect(await desk.countMobile()).toEqual(before)
    const done = await accept({ items })
    expect(done.statusCode, done.body).toBe(200)
    expect(done.json()).toMatchObject({ assignments: ids.map(() => ({ progress: { state: 'confirmed' } })) })
    expect((await desk.countMobile()).answered).toBe(before.answered + 3)
    const twice = await accept({ items: [...items, ...items].slice(0, 4) })
    expect(twice.statusCode).toBeGreaterThanOrEqual(400)
    expect(twice.statusCode).toBeLessThan(500)
  })
})
