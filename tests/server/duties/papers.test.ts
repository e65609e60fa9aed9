import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DuePaper, DuePaperEvent } from '../../../core/api/due-papers.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, type Desk, type Who } from '../assignments/desk.ts'

/** Of the made-up province: five years 2022-04-01 of both carriers, 30/11 of 2022 to 2024 of alpha, 2022-05-01 of 3 districts. */
describeDatabases('papers that are owed', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
  })
  afterAll(() => desk.app.close())

  const list = async (who: Who) => {
    const answer = await desk.as(who).get('/api/due-papers')
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<{ papers: DuePaper[] }>().papers
  }
  const find = async (who: Who, duty: string, code: string, year: number) =>
    (await list(who)).find(
      ({ duty_code, ower_code, ...paper }) => duty_code === duty && ower_code === code && paper.year === year,
    )!
  const move = (who: Who, paper: DuePaper, body: object, version = paper.version) => {
    const { duty_code, ower_code, year } = paper
    return desk
      .as(who)
      .send(
        'POST',
        '/api/due-papers/moves',
        { duty_code, ower_code, year, ...body },
        { 'if-match': `"${version}"` },
      )
  }
  const step = async (who: Who, paper: DuePaper, body: object) => {
    const answer = await move(who, paper, body)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<{ paper: DuePaper }>().paper
  }

  it('are listed to whoever owes them and to the Sở, each with the words of the act', async () => {
    const whose = async (who: Who) => (await list(who)).map(({ ower_code, year }) => `${ower_code} ${year}`)
    expect(await whose('carrier')).toEqual([
      'alpha-tel 2022',
      'alpha-tel 2022',
      'alpha-tel 2023',
      'alpha-tel 2024',
    ])
    expect(await whose('rival')).toEqual(['beta-tel 2022'])
    const [unit] = await db.query<{ code: string }>('select code from user_units')
    expect(await whose('local')).toEqual([`${unit!.code} 2022`])
    for (const who of ['viewer', 'staff', 'admin'] as const) expect(await list(who)).toHaveLength(8)
    expect((await desk.as('anonymous').get('/api/due-papers')).statusCode).toBe(401)
    expect(await find('carrier', 'ke-hoach-thu-nam-nam', 'alpha-tel', 2022)).toMatchObject({
      id: null,
      act_number: '01/KH-TL',
      clause: 'Mục 5',
      quote: 'trước ngày 01/4/2022',
      due_on: '2022-04-01',
      state: 'unrecorded',
      standing: 'unknown',
      days_late: 0,
      moves: ['hand_in'],
    })
  })

  it('are handed in late, returned, handed in again and accepted, with every step kept', async () => {
    const paper = await find('carrier', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2022)
    const handed = await step('carrier', paper, { move: 'hand_in', sent_on: '2022-12-04', number: '7/KH-AL' })
    expect(handed).toMatchObject({ standing: 'awaiting', days_late: 4, moves: [], version: 2 })
    const queued = await find('staff', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2022)
    const returned = await step('staff', queued, { move: 'return', reason: 'Thiếu phụ lục' })
    expect(returned).toMatchObject({ standing: 'returned', reason: 'Thiếu phụ lục' })
    const again = await step(
      'carrier',
      { ...handed, version: returned.version },
      { move: 'hand_in', sent_on: '2022-12-10' },
    )
    // What is not said stays, and the reason goes.
    expect(again).toMatchObject({ number: '7/KH-AL', reason: null, days_late: 10 })
    await step('staff', again, { move: 'accept', sent_on: '2022-12-09' })
    const accepted = await find('carrier', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2022)
    expect(accepted).toMatchObject({ standing: 'sent_late', days_late: 9, moves: [] })
    const seen = await desk.as('carrier').get(`/api/due-papers/${accepted.id}`)
    const { events } = seen.json<{ events: DuePaperEvent[] }>()
    expect(events.map(({ move: name, actor_role }) => [name, actor_role])).toEqual([
      ['hand_in', 'carrier'],
      ['return', 'staff'],
      ['hand_in', 'carrier'],
      ['accept', 'staff'],
    ])
    const logged = await db.query<{ action: string; carrier_code: string }>(
      `select action, carrier_code from audit_log where noun = 'due_papers' and noun_id = $1::text order by id`,
      [String(accepted.id)],
    )
    expect(logged.map(({ action }) => action)).toEqual(['hand_in', 'return', 'hand_in', 'accept'])
    expect(new Set(logged.map(({ carrier_code }) => carrier_code))).toEqual(new Set(['alpha-tel']))
  })

  it('of a huyện come from its UBND, or are recorded or waived by the Sở', async () => {
    const [mine] = await list('local')
    expect(await step('local', mine!, { move: 'hand_in', sent_on: '2022-04-30' })).toMatchObject({
      standing: 'awaiting',
      days_late: 0,
    })
    const others = (await list('staff')).filter(
      ({ owed_by, ower_code }) => owed_by === 'district' && ower_code !== mine!.ower_code,
    )
    expect(await step('staff', others[0]!, { move: 'record', sent_on: '2022-05-03' })).toMatchObject({
      standing: 'sent_late',
      days_late: 2,
    })
    const waived = await step('staff', others[1]!, { move: 'waive', reason: 'Ghép vào kế hoạch chung' })
    expect(waived).toMatchObject({ standing: 'waived', moves: ['reopen'] })
  })

  describe('refuse', () => {
    it.each([
      ['rival', { move: 'hand_in', sent_on: '2022-01-01' }, 404, 'paper_not_owed'],
      ['local', { move: 'hand_in', sent_on: '2022-01-01' }, 404, 'paper_not_owed'],
      ['viewer', { move: 'hand_in', sent_on: '2022-01-01' }, 403, 'not_allowed'],
      ['anonymous', { move: 'hand_in', sent_on: '2022-01-01' }, 401, 'not_signed_in'],
      ['carrier', { move: 'record', sent_on: '2022-01-01' }, 409, 'move_not_open'],
      ['carrier', { move: 'hand_in' }, 422, 'value_invalid'],
      ['carrier', { move: 'hand_in', sent_on: '2999-01-01' }, 422, 'value_invalid'],
      ['carrier', { move: 'hand_in', sent_on: '2022-01-01', reason: 'x' }, 422, 'value_invalid'],
      ['staff', { move: 'waive' }, 422, 'value_invalid'],
      ['staff', { move: 'waive', reason: 'x', year: 1999 }, 404, 'paper_not_owed'],
    ] as const)('%s with %j: %i %s', async (who, body, status, code) => {
      const paper = await find('staff', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2023)
      const answer = await move(who, paper, body)
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
    })

    it('a version that is not the latest, and of two at once one', async () => {
      const paper = await find('staff', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2024)
      const both = await Promise.all([
        move('carrier', paper, { move: 'hand_in', sent_on: '2024-11-01' }),
        move('staff', paper, { move: 'waive', reason: 'x' }),
      ])
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
      const late = await move('staff', paper, { move: 'waive', reason: 'x' })
      expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([412, 'version_conflict'])
    })
  })

  it('of the next plan are loaded without a line of code, once', async () => {
    await desk.assign([], { code: 'ke-hoach-2026' })
    const duty = {
      code: 'ke-hoach-2026-hang-nam',
      act_code: 'ke-hoach-2026',
      title: 'Kế hoạch hằng năm',
      owed_by: 'carrier',
      yearly_day: '11-30',
      first_on: '2024-01-02',
      last_on: '2025-12-31',
    }
    const create = (changes: object, who: Who = 'staff') =>
      desk.as(who).send('POST', '/api/paper-duties', { ...duty, ...changes })
    for (const [changes, code] of [
      [{ act_code: 'khong-co' }, 'act_not_found'],
      [{ owed_codes: ['khong-co'] }, 'value_invalid'],
      [{ due_on: '2024-01-02' }, 'value_invalid'],
      [{ first_on: null }, 'value_invalid'],
      [{ last_on: '2020-01-01' }, 'value_invalid'],
      [{ yearly_day: '02-30' }, 'value_invalid'],
    ] as const) {
      expect((await create(changes)).json(), JSON.stringify(changes)).toMatchObject({ code })
    }
    expect((await create({}, 'carrier')).statusCode).toBe(403)
    const made = await create({})
    expect(made.json(), made.body).toEqual({ duty: { code: duty.code, papers: 4 } })
    expect((await create({})).json()).toMatchObject({ code: 'duty_exists' })
    expect((await list('rival')).filter(({ duty_code }) => duty_code === duty.code)).toHaveLength(2)
  })
})
