import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DayParts } from '../../../server/alerts/look-at-day.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, type usernames, type Desk } from '../assignments/desk.ts'
import { inDays, listTold, lookAgain, openParts } from './told.ts'

type Who = keyof typeof usernames

describeDatabases('alerts of reports against coverage', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let parts: DayParts
  let inside: readonly string[]

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    parts = await openParts(db)
    inside = await desk.listUnserved('inside')
  })
  afterAll(() => desk.app.close())

  const listChallenged = async (who: Who) =>
    (await listTold(desk, who)).alerts
      .filter(({ challenge_id }) => challenge_id !== null)
      .map(({ kind, challenge_state, is_settled }) => [kind, challenge_state, is_settled])
  const move = async (who: Who, id: number, step: object) => {
    const seen = (await desk.as('staff').get(`/api/challenges/${id}`)).json<{
      challenge: { version: number }
    }>()
    const answer = await desk
      .as(who)
      .send('POST', `/api/challenges/${id}/moves`, step, { 'if-match': `"${seen.challenge.version}"` })
    expect(answer.statusCode, answer.body).toBe(200)
  }

  it('tell the Sở that one came in, the carrier when it is its turn and when its days run out', async () => {
    const [village] = await db.query<{ id: number }>('select id from villages where code = $1::text', [
      inside[0]!,
    ])
    const filed = await desk.as('local').send('POST', '/api/challenges', {
      village_id: village!.id,
      carrier_code: 'alpha-tel',
      service: '4g',
      observed_state: 'not_covered',
      observed_on: '2024-05-06',
      text: 'Cả bản không có sóng',
    })
    const { id } = filed.json<{ challenge: { id: number } }>().challenge
    expect(await listChallenged('staff')).toEqual([['challenge', 'filed', false]])
    for (const who of ['carrier', 'rival', 'local', 'viewer'] as const)
      expect(await listChallenged(who), who).toEqual([])

    await move('staff', id, { move: 'route' })
    expect(await listChallenged('carrier')).toEqual([['challenge', 'routed', false]])
    expect(await listChallenged('staff')).toEqual([['challenge', 'filed', true]])
    const look = (days: number) => lookAgain(db, parts, inDays(days))
    await look(11)
    expect(await listChallenged('carrier')).toHaveLength(1)
    await look(12)
    await look(13)
    expect(await listChallenged('carrier')).toEqual([
      ['answer_due', null, false],
      ['challenge', 'routed', false],
    ])
    expect(await listChallenged('staff')).toHaveLength(1)
    await look(16)
    expect(await listChallenged('staff')).toEqual([
      ['answer_due', null, false],
      ['challenge', 'filed', true],
    ])

    await move('carrier', id, { move: 'answer', answer: 'contest', text: 'Đã đo' })
    await move('staff', id, { move: 'dismiss', reason: 'không rõ' })
    expect(await listChallenged('carrier')).toEqual([
      ['challenge', 'dismissed', false],
      ['answer_due', null, true],
      ['answer_due', null, true],
      ['challenge', 'routed', true],
    ])
    expect((await listChallenged('admin'))[0]).toEqual(['challenge', 'answered', true])
    for (const who of ['rival', 'local', 'viewer'] as const)
      expect(await listChallenged(who), who).toEqual([])
  })
})
