import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, today, type Desk } from './desk.ts'

describeDatabases('an assigned village', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let inside: string[]
  let outside: string[]

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    inside = await desk.listUnserved('inside')
    outside = await desk.listUnserved('outside')
    expect(inside.length).toBeGreaterThan(6)
    expect(outside.length).toBeGreaterThan(0)
  })
  afterAll(() => desk.app.close())

  const assign = async (village_code: string | null = inside.shift()!) =>
    (await desk.assign([{ village_code }]))[0]!
  const broadcast = { move: 'broadcast', technologies: ['2g', '4g'], happened_on: '2024-05-06' } as const
  const handIn = async (id: number) => {
    await desk.step('carrier', id, broadcast)
    await desk.step('carrier', id, { move: 'submit' })
  }

  it('goes from report to acceptance, which moves the share by this one village', async () => {
    const id = await assign()
    const before = await desk.countMobile()
    expect(before.answered).toBe(before.recounted)
    expect((await desk.see('carrier', id)).moves).toContain('survey')
    await desk.step('carrier', id, { move: 'survey', text: '  đã đi khảo sát \r\n' })
    await desk.step('carrier', id, { move: 'apply', on_air_promised_on: '2031-01-02' })
    await desk.step('carrier', id, { move: 'block', blocker: 'road', text: 'sạt lở' })
    const blocked = await desk.see('carrier', id)
    expect(blocked.assignment.progress).toMatchObject({ state: 'blocked', blocker: 'road', text: 'sạt lở' })
    await desk.step('carrier', id, { move: 'build' })
    await desk.step('carrier', id, { move: 'erect', happened_on: '2024-04-01' })
    await handIn(id)
    expect(await desk.countMobile()).toEqual(before)
    await desk.step('staff', id, { move: 'ask_local' })
    await desk.step('local', id, { move: 'answer_local', answer: 'yes', text: 'có sóng' })
    const accepted = await desk.step('staff', id, { move: 'accept', technologies: ['2g', '4g'] })
    expect(accepted).toMatchObject({
      coverage_state: 'covered',
      progress: {
        state: 'confirmed',
        technologies: ['2g', '4g'],
        built_on: '2024-04-01',
        blocker: null,
        reason: null,
        local_answer: 'yes',
      },
    })
    const after = await desk.countMobile()
    expect(after).toEqual({ answered: before.answered + 1, recounted: before.recounted + 1 })

    const { events } = await desk.see('carrier', id)
    expect(events.map(({ move }) => move)).toEqual([
      'survey',
      'apply',
      'block',
      'build',
      'erect',
      'broadcast',
      'submit',
      'ask_local',
      'answer_local',
      'accept',
    ])
    expect(events[0]).toMatchObject({
      actor_role: 'carrier',
      from_state: 'not_started',
      to_state: 'surveying',
      details: { text: 'đã đi khảo sát' },
      statement_ids: [],
    })
    const statements = await db.query(
      `select s.basis::text as basis, s.state, s.service, s.observed_on
       from village_services s where s.id = any ($1::bigint[]) order by s.service`,
      [events.at(-1)!.statement_ids],
    )
    expect(statements).toEqual(
      ['2g', '4g'].map((service) => ({ basis: 'verified', state: 'covered', service, observed_on: today() })),
    )
    const { entries } = (await desk.as('staff').get(`/api/audit?noun=assignments&noun_id=${id}`)).json<{
      entries: { action: string; after: { state: string } }[]
    }>()
    expect(entries.map(({ action }) => action)).toEqual(events.map(({ move }) => move).toReversed())
    expect(entries[0]!.after.state).toBe('confirmed')
  })

  it('is returned with a reason, handed in again and accepted', async () => {
    const id = await assign()
    await handIn(id)
    expect((await desk.move('staff', id, { move: 'return' })).json()).toMatchObject({
      code: 'value_invalid',
      params: { field: 'reason', expected: 'required' },
    })
    const returned = await desk.step('staff', id, { move: 'return', reason: 'chưa có sóng ở đầu bản' })
    expect(returned.progress).toMatchObject({ state: 'returned', reason: 'chưa có sóng ở đầu bản' })
    const promised = await desk.step('carrier', id, { move: 'promise', on_air_promised_on: '2031-01-02' })
    expect(promised.progress).toMatchObject({ state: 'returned', reason: 'chưa có sóng ở đầu bản' })
    await handIn(id)
    const { progress } = await desk.step('admin', id, { move: 'accept', technologies: ['4g'] })
    expect(progress).toMatchObject({ state: 'confirmed', reason: null, technologies: ['4g'] })
  })

  it('is taken back by its carrier before the decision, and not after', async () => {
    const id = await assign()
    await handIn(id)
    const recalled = await desk.step('carrier', id, { move: 'recall' })
    expect(recalled.progress).toMatchObject({ state: 'on_air', on_air_on: '2024-05-06' })
    await desk.step('carrier', id, { move: 'submit' })
    await desk.step('staff', id, { move: 'accept', technologies: ['3g'] })
    const late = await desk.move('carrier', id, { move: 'recall' })
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({ code: 'move_not_open', params: { state: 'confirmed' } })
  })

  it('moves the share back when it is opened again, and forth when it is accepted on the same day', async () => {
    const id = await assign()
    const before = await desk.countMobile()
    await handIn(id)
    await desk.step('staff', id, { move: 'accept', technologies: ['4g'] })
    expect((await desk.countMobile()).answered).toBe(before.answered + 1)
    const opened = await desk.step('staff', id, { move: 'reopen', reason: 'mất sóng', technologies: ['4g'] })
    expect(opened).toMatchObject({
      coverage_state: 'not_covered',
      progress: { state: 'returned', technologies: [] },
    })
    expect(await desk.countMobile()).toEqual(before)
    await handIn(id)
    const early = await desk.move('staff', id, {
      move: 'accept',
      technologies: ['4g'],
      happened_on: '2024-06-01',
    })
    expect(early.json()).toMatchObject({ code: 'value_invalid', params: { field: 'happened_on' } })
    await desk.step('staff', id, { move: 'accept', technologies: ['4g'] })
    expect((await desk.countMobile()).answered).toBe(before.answered + 1)
  })

  it('links what was verified already instead of saying it twice', async () => {
    const village_code = inside.shift()!
    const id = await assign(village_code)
    await handIn(id)
    const { assignment } = await desk.see('staff', id)
    const said = await desk.as('staff').send('POST', `/api/villages/${assignment.village_id}/statements`, {
      service: '4g',
      carrier_code: 'alpha-tel',
      basis: 'verified',
      state: 'covered',
      observed_on: '2024-06-01',
    })
    await desk.step('staff', id, { move: 'accept', technologies: ['4g'], happened_on: '2024-06-01' })
    const { events } = await desk.see('staff', id)
    expect(events.at(-1)!.statement_ids).toEqual([said.json<{ id: number }>().id])
  })

  it('assigned mobile is not fulfilled by 2G alone', async () => {
    const id = await assign()
    await desk.step('carrier', id, { ...broadcast, technologies: ['2g'] })
    await desk.step('carrier', id, { move: 'submit' })
    const refused = await desk.move('staff', id, { move: 'accept', technologies: ['2g'] })
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({
      code: 'technology_insufficient',
      params: { field: 'technologies', value: '2g', expected: '3g | 4g | 5g' },
    })
    expect((await desk.move('staff', id, { move: 'accept', technologies: ['fibre'] })).json()).toMatchObject({
      code: 'value_invalid',
      params: { field: 'technologies', value: 'fibre' },
    })
    expect((await desk.see('staff', id)).assignment.progress).toMatchObject({ state: 'awaiting' })
  })

  it('of which nobody knows where it is cannot be accepted', async () => {
    const [id] = await desk.assign([{ village_code: null }])
    await handIn(id!)
    expect((await desk.move('staff', id!, { move: 'accept', technologies: ['4g'] })).json()).toMatchObject({
      code: 'value_invalid',
      params: { field: 'village_id', expected: 'required' },
    })
  })

  it.each([
    ['a future day', { ...broadcast, happened_on: '2999-01-01' }, 'happened_on'],
    ['no day', { ...broadcast, happened_on: '2024-02-30' }, 'happened_on'],
    ['a promise of no day', { move: 'promise', on_air_promised_on: '2031-02-30' }, 'on_air_promised_on'],
    ['an empty promise', { move: 'promise', on_air_promised_on: null }, 'on_air_promised_on'],
    ['a blocker without words', { move: 'block', blocker: 'road', text: '  ' }, 'text'],
    ['an answer that is not its to give', { move: 'build', answer: 'yes' }, 'answer'],
    ['a reason of its own', { move: 'build', reason: 'x' }, 'reason'],
    ['what nobody can see', { move: 'build', text: 'a\u202eb' }, 'text'],
  ] as const)('refuses of its carrier %s', async (_, body, field) => {
    const [id] = await desk.assign([{ village_code: null }])
    const refused = await desk.move('carrier', id!, body)
    expect(refused.statusCode, refused.body).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'value_invalid', params: { field } })
    expect((await desk.see('staff', id!)).events).toEqual([])
  })

  describe('and who is not asked', () => {
    it('a rival sees whose it is and nothing of how far, and takes no step', async () => {
      const id = await assign()
      await handIn(id)
      for (const who of ['rival', 'anonymous'] as const) {
        const seen = await desk.see(who, id)
        expect(seen, who).toMatchObject({ assignment: { progress: null }, events: [], moves: [] })
        const listed = (await desk.as(who).get('/api/assignments?state=awaiting')).json<{ assignments: [] }>()
        expect(listed.assignments, who).toEqual([])
      }
      for (const move of ['recall', 'build', 'accept', 'submit'] as const) {
        const refused = await desk.move('rival', id, { move, technologies: ['4g'] }, 1)
        expect(refused.statusCode, move).toBe(403)
        expect(refused.json(), move).toMatchObject({ code: 'not_allowed', params: { value: id } })
        expect(refused.body).not.toContain('awaiting')
      }
      expect((await desk.as('rival').get('/api/audit?noun=assignments')).json()).toMatchObject({
        entries: [],
      })
      const seen = await desk.see('viewer', id)
      expect(seen).toMatchObject({ assignment: { progress: { state: 'awaiting' } }, moves: [] })
      expect(seen.events).toHaveLength(2)
      expect((await desk.move('viewer', id, { move: 'build' })).statusCode).toBe(403)
      expect((await desk.move('anonymous', id, { move: 'build' })).statusCode).toBe(401)
    })

    it('its carrier does not accept, and the Sở does not report', async () => {
      const id = await assign()
      await handIn(id)
      const own = await desk.move('carrier', id, { move: 'accept', technologies: ['4g'] })
      expect(own.json()).toMatchObject({ code: 'move_not_open' })
      const other = await desk.move('staff', id, { move: 'recall' })
      expect(other.json()).toMatchObject({ code: 'move_not_open' })
    })

    it('an UBND answers in its units and does nothing else', async () => {
      const elsewhere = await assign(outside.shift()!)
      await handIn(elsewhere)
      expect((await desk.see('local', elsewhere)).assignment.progress).toBeNull()
      const foreign = await desk.move('local', elsewhere, { move: 'answer_local', answer: 'yes' })
      expect(foreign.json()).toMatchObject({ code: 'not_allowed' })
      const own = await assign()
      await handIn(own)
      for (const body of [
        { move: 'accept', technologies: ['4g'] },
        { move: 'return', reason: 'x' },
        { move: 'recall' },
      ] as const) {
        expect((await desk.move('local', own, body)).json(), body.move).toMatchObject({
          code: 'move_not_open',
        })
      }
      const answered = await desk.step('local', own, {
        move: 'answer_local',
        answer: 'partly',
        happened_on: '2024-07-01',
      })
      expect(answered.progress).toMatchObject({
        state: 'awaiting',
        local_answer: 'partly',
        local_answered_on: '2024-07-01',
      })
    })
  })
})
