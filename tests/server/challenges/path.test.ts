import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Challenge, ChallengeEvent } from '../../../core/api/challenges.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, today, type Desk, type Who } from '../assignments/desk.ts'

describeDatabases('a challenge', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  /** In the units of the UBND, and elsewhere. */
  let inside: number[]
  let outside: number[]

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    const toIds = async (codes: readonly string[]) =>
      (
        await db.query<{ id: number }>('select id from villages where code = any ($1::text[]) order by id', [
          codes,
        ])
      ).map(({ id }) => id)
    inside = await toIds(await desk.listUnserved('inside'))
    outside = await toIds(await desk.listUnserved('outside'))
  })
  afterAll(() => desk.app.close())

  const file = (who: Who, village_id: number, more: object = {}) =>
    desk.as(who).send('POST', '/api/challenges', {
      village_id,
      carrier_code: 'alpha-tel',
      service: '4g',
      observed_state: 'not_covered',
      observed_on: '2024-05-06',
      text: 'Cả bản không có sóng',
      ...more,
    })
  const filed = async (who: Who, village_id: number, more: object = {}) => {
    const answer = await file(who, village_id, more)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<{ challenge: Challenge }>().challenge
  }
  const see = (who: Who, id: number) => desk.as(who).get(`/api/challenges/${id}`)
  const list = async (who: Who) =>
    (await desk.as(who).get('/api/challenges')).json<{ challenges: Challenge[] }>().challenges
  const move = async (who: Who, id: number, body: object, version?: number) => {
    const seen = version ?? (await see('staff', id)).json<{ challenge: Challenge }>().challenge.version
    return desk.as(who).send('POST', `/api/challenges/${id}/moves`, body, { 'if-match': `"${seen}"` })
  }
  const step = async (who: Who, id: number, body: object) => {
    const answer = await move(who, id, body)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<{ challenge: Challenge }>().challenge
  }
  const codeOf = (answer: { json: <T>() => T }) => answer.json<{ code: string }>().code
  const lapse = (id: number) =>
    db.query(`update challenges set answer_due_on = '2024-01-01' where id = $1::integer returning id`, [id])
  const isCovered = async (village_id: number) => {
    const [held] = await db.query<{ state: string; basis: string; carrier_code: string }>(
      `select state, basis, carrier_code from village_services
       where village_id = $1::integer and basis = 'verified' and withdrawn_at is null order by id desc limit 1`,
      [village_id],
    )
    return held
  }

  it('goes from the UBND by the carrier’s answer to a verified statement that every share counts', async () => {
    const village = inside[0]!
    const one = await filed('local', village)
    expect(one).toMatchObject({
      state: 'filed',
      reported_by: 'local',
      is_own: true,
      reporter: null,
      moves: [],
    })
    expect(one.reporter_unit).not.toBeNull()
    expect((await see('carrier', one.id)).statusCode).toBe(404)

    const routed = await step('staff', one.id, { move: 'route', text: 'Đề nghị kiểm tra' })
    expect(routed).toMatchObject({
      state: 'routed',
      days_left: 15,
      days_late: 0,
      reporter: expect.any(String),
    })
    const told = (await see('carrier', one.id)).json<{ challenge: Challenge; events: ChallengeEvent[] }>()
    expect(told.challenge).toMatchObject({
      reporter: null,
      is_own: false,
      moves: ['answer'],
      reported_by: 'local',
    })
    expect(told.events.map(({ move: name }) => name)).toEqual(['route'])

    expect(codeOf(await move('staff', one.id, { move: 'decide', outcome: 'covered' }))).toBe('answer_awaited')
    await step('carrier', one.id, { move: 'answer', answer: 'contest', text: 'Đã đo, có sóng' })
    const before = await desk.countMobile()
    await step('staff', one.id, { move: 'decide', outcome: 'covered', reason: 'Sở đã đo' })
    const after = await desk.countMobile()
    expect(after.answered).toBe(before.answered + 1)
    expect(after.recounted).toBe(after.answered)
    expect(await isCovered(village)).toEqual({
      state: 'covered',
      basis: 'verified',
      carrier_code: 'alpha-tel',
    })

    // The other way round, later: the same village loses it again.
    const two = await filed('viewer', village, { observed_on: today() })
    expect(two).toMatchObject({ reported_by: 'person', reporter_unit: null })
    await step('staff', two.id, { move: 'route' })
    await step('carrier', two.id, { move: 'answer', answer: 'agree', text: 'Trạm hỏng' })
    const decided = await step('admin', two.id, { move: 'decide', outcome: 'not_covered' })
    expect(decided).toMatchObject({
      state: 'decided',
      outcome: 'not_covered',
      decided_on: today(),
      moves: [],
    })
    expect(await isCovered(village)).toMatchObject({ state: 'not_covered' })
    expect(await desk.countMobile()).toEqual(before)

    const { events } = (await see('staff', two.id)).json<{ events: ChallengeEvent[] }>()
    expect(events.map(({ move: name, to_state }) => [name, to_state])).toEqual([
      ['file', 'filed'],
      ['route', 'routed'],
      ['answer', 'answered'],
      ['decide', 'decided'],
    ])
    expect(events.at(-1)!.statement_ids).toHaveLength(1)
    const logged = await db.query<{ action: string }>(
      `select action from audit_log where noun = 'challenges' and noun_id = $1::text order by id`,
      [String(two.id)],
    )
    expect(logged.map(({ action }) => action)).toEqual(['file', 'route', 'answer', 'decide'])
  })

  it('is decided without an answer once its days are over, and stays as it was decided', async () => {
    const { id } = await filed('local', inside[1]!)
    await step('staff', id, { move: 'route' })
    await lapse(id)
    expect((await see('carrier', id)).json<{ challenge: Challenge }>().challenge.days_late).toBeGreaterThan(
      100,
    )
    await step('staff', id, { move: 'dismiss', reason: 'Không xác minh được' })
    for (const body of [{ move: 'decide', outcome: 'covered' }, { move: 'route' }]) {
      expect(codeOf(await move('staff', id, body))).toBe('move_not_open')
    }
    expect(codeOf(await move('carrier', id, { move: 'answer', answer: 'agree', text: 'x' }))).toBe(
      'move_not_open',
    )
    expect(await isCovered(inside[1]!)).toBeUndefined()
  })

  it('is rejected, or merged into an open one of the same thing and no other', async () => {
    const first = await filed('local', inside[2]!)
    const again = await filed('viewer', inside[2]!)
    const other = await filed('viewer', inside[2]!, { service: '3g' })
    for (const into_id of [other.id, again.id, 999_999]) {
      expect(codeOf(await move('staff', again.id, { move: 'merge', into_id }))).toBe('value_invalid')
    }
    expect(await step('staff', again.id, { move: 'merge', into_id: first.id })).toMatchObject({
      state: 'merged',
      merged_into: first.id,
    })
    await step('staff', other.id, { move: 'reject', reason: 'Sai địa chỉ' })
    expect(codeOf(await move('staff', first.id, { move: 'merge', into_id: other.id }))).toBe('value_invalid')
    for (const { id } of [first, again, other]) expect((await see('carrier', id)).statusCode).toBe(404)
  })

  it('is seen by those whom it concerns', async () => {
    const { id } = await filed('viewer', outside[0]!)
    await step('staff', id, { move: 'route' })
    const sees = async (who: Who) => (await list(who)).some((known) => known.id === id)
    const all: readonly Who[] = ['viewer', 'local', 'carrier', 'rival', 'staff', 'admin']
    const seen = await Promise.all(all.map(sees))
    expect(all.filter((_, at) => seen[at])).toEqual(['viewer', 'carrier', 'staff', 'admin'])
    expect((await see('rival', id)).statusCode).toBe(404)
    expect((await desk.as('anonymous').get('/api/challenges')).statusCode).toBe(401)
    for (const who of ['viewer', 'carrier', 'local'] as const) {
      for (const { reporter } of await list(who)) expect(reporter).toBeNull()
    }
  })

  describe('is refused', () => {
    it.each([
      ['anonymous', {}, 'not_signed_in'],
      ['carrier', {}, 'not_allowed'],
      ['viewer', { carrier_code: 'khong-co' }, 'carrier_not_found'],
      ['viewer', { village_id: 999_999 }, 'village_not_found'],
      ['viewer', { observed_on: '2999-01-01' }, 'value_invalid'],
      ['viewer', { text: '   ' }, 'value_invalid'],
    ] as const)('from %s with %j: %s', async (who, more, code) => {
      expect(codeOf(await file(who, inside[3]!, more))).toBe(code)
    })

    it('from an UBND of other units, and twice from the same person while it is open', async () => {
      expect(codeOf(await file('local', outside[1]!))).toBe('not_allowed')
      const { id } = await filed('viewer', outside[2]!)
      expect(codeOf(await file('viewer', outside[2]!))).toBe('challenge_repeated')
      await step('staff', id, { move: 'reject', reason: 'x' })
      await filed('viewer', outside[2]!)
    })

    it('as a step of somebody else, of another version, and of two at once one', async () => {
      const { id } = await filed('viewer', outside[3]!)
      expect(codeOf(await move('local', id, { move: 'route' }))).toBe('not_allowed')
      expect(codeOf(await move('carrier', id, { move: 'answer', answer: 'agree', text: 'x' }))).toBe(
        'challenge_not_found',
      )
      await step('staff', id, { move: 'route' })
      expect(codeOf(await move('rival', id, { move: 'answer', answer: 'agree', text: 'x' }))).toBe(
        'challenge_not_found',
      )
      expect(codeOf(await move('staff', id, { move: 'answer', answer: 'agree', text: 'x' }))).toBe(
        'move_not_open',
      )
      expect(codeOf(await move('carrier', id, { move: 'answer', answer: 'agree' }))).toBe('value_invalid')
      expect(codeOf(await move('carrier', id, { move: 'answer', answer: 'agree', text: 'x' }, 1))).toBe(
        'version_conflict',
      )
      const answer = { move: 'answer', answer: 'agree', text: 'x' }
      const both = await Promise.all([move('carrier', id, answer, 2), move('carrier', id, answer, 2)])
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
      const decisions = await Promise.all([
        move('staff', id, { move: 'decide', outcome: 'not_covered' }, 3),
        move('admin', id, { move: 'dismiss', reason: 'x' }, 3),
      ])
      expect(decisions.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
    })
  })
})
