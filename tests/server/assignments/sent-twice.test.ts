import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AssignmentEvent, AssignmentRecord } from '../../../core/api/assignments.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, type Desk } from './desk.ts'

interface Answer {
  readonly assignment: AssignmentRecord
  readonly event: AssignmentEvent
}

describeDatabases('a report that is sent twice', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let id: number
  let other: number

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    const [first, second] = await desk.listUnserved('inside')
    const ids = await desk.assign([{ village_code: first! }, { village_code: second! }])
    ;[id, other] = ids as [number, number]
  })
  afterAll(() => desk.app.close())

  const survey = { move: 'survey', text: 'viết khi không có sóng' } as const
  const countSteps = async () => (await desk.see('carrier', id)).events.length
  const countEntries = async () => {
    const [row] = await db.query<{ n: number }>(
      `select count(*)::integer as n from audit_log a where a.noun = 'assignments' and a.noun_id = $1::text`,
      [String(id)],
    )
    return row!.n
  }

  it('is taken once and answered with what was done then, however often and late it comes', async () => {
    const key = randomUUID()
    const first = await desk.move('carrier', id, { ...survey, key }, 1)
    expect(first.statusCode, first.body).toBe(200)
    const { event, assignment } = first.json<Answer>()
    expect(event).toMatchObject({ move: 'survey', from_state: 'not_started', to_state: 'surveying' })
    const [steps, entries] = [await countSteps(), await countEntries()]
    // The version that it was written on is long past, and the next step has been taken.
    await desk.step('carrier', id, { move: 'apply' })
    for (const version of [1, assignment.progress!.version, 99]) {
      const again = await desk.move('carrier', id, { ...survey, key: key.toUpperCase() }, version)
      expect(again.statusCode, again.body).toBe(200)
      expect(again.json<Answer>().event).toEqual(event)
      expect(again.json<Answer>().assignment.progress!.state).toBe('permitting')
    }
    expect([await countSteps(), await countEntries()]).toEqual([steps + 1, entries + 1])
  })

  it('is taken once also where both come in the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const key = randomUUID()
      const { version } = (await desk.see('carrier', id)).assignment.progress!
      const before = await countSteps()
      const answers = await Promise.all(
        Array.from({ length: 4 }, () =>
          desk.move('carrier', id, { move: round % 2 === 0 ? 'build' : 'survey', key }, version),
        ),
      )
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
      expect(new Set(answers.map((answer) => answer.json<Answer>().event.id)).size).toBe(1)
      expect(await countSteps()).toBe(before + 1)
    }
  })

  it('may not say something else under the same key, of this village or another', async () => {
    const key = randomUUID()
    expect((await desk.move('carrier', id, { move: 'apply', key })).statusCode).toBe(200)
    const before = await countSteps()
    for (const [place, body] of [
      [id, { move: 'apply', text: 'khác' }],
      [id, { move: 'build' }],
      [other, { move: 'apply' }],
    ] as const) {
      const refused = await desk.move('carrier', place, { ...body, key })
      expect(refused.statusCode, refused.body).toBe(409)
      expect(refused.json()).toMatchObject({ code: 'key_taken', params: { field: 'key', value: key } })
    }
    expect(await countSteps()).toBe(before)
    expect((await desk.see('carrier', other)).events).toEqual([])
  })

  it('of two villages under one key in the same moment reaches one', async () => {
    const key = randomUUID()
    const answers = await Promise.all(
      [id, other].map((place) => desk.move('carrier', place, { move: 'build', text: 'cùng lúc', key })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const [row] = await db.query<{ n: number }>(
      'select count(*)::integer as n from assignment_events e where e.request_key = $1::uuid',
      [key],
    )
    expect(row!.n).toBe(1)
  })

  it('tells nobody else what was done under a key, and hinders nobody', async () => {
    const key = randomUUID()
    await desk.step('carrier', id, { move: 'promise', on_air_promised_on: '2030-01-02', key })
    const rival = await desk.move('rival', id, { move: 'promise', on_air_promised_on: '2030-01-02', key }, 1)
    expect(rival.statusCode).toBe(403)
    expect(rival.json()).toMatchObject({ code: 'not_allowed', params: { value: id } })
    expect(rival.body).not.toContain('surveying')
    // The Sở has its own keys: its step is looked at as its own.
    const staff = await desk.move('staff', id, { move: 'promise', on_air_promised_on: '2030-01-02', key })
    expect(staff.json()).toMatchObject({ code: 'move_not_open' })
  })

  it('is refused where the key is none', async () => {
    for (const key of ['', 'x', 7, 'ffffffff-ffff-ffff-ffff-fffffffffff', null]) {
      const refused = await desk.move('carrier', id, { ...survey, key })
      expect(refused.statusCode, String(key)).toBe(400)
      expect(refused.json()).toMatchObject({ code: 'parameter_invalid', params: { field: 'key' } })
    }
  })
})
