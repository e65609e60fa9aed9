import { afterAll, beforeAll, expect, it } from 'vitest'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, usernames, type Desk } from '../assignments/desk.ts'

/** Statements that no request makes: what somebody could do who got them to the database in the name of a role. */
describeDatabases('an attacker of due papers', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  const actors = new Map<string, Actor>()
  /** Of the carrier: handed in, returned, accepted; of the rival, handed in. */
  const ids = { handed_in: 0, returned: 0, accepted: 0, rivals: 0 }

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    const rows = [
      ['handed_in', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2022, 'handed_in', null],
      ['returned', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2023, 'returned', 'thiếu'],
      ['accepted', 'ke-hoach-thu-hang-nam', 'alpha-tel', 2024, 'accepted', null],
      ['rivals', 'ke-hoach-thu-nam-nam', 'beta-tel', 2022, 'handed_in', null],
    ] as const
    for (const [name, duty, ower, year, state, reason] of rows) {
      const [made] = await db.query<{ id: number }>(
        `insert into due_papers (duty_code, owed_by, ower_code, year, state, sent_on, reason)
         values ($1::text, 'carrier', $2::text, $3::integer, $4::text, '2022-01-01', $5::text)
         returning id`,
        [duty, ower, year, state, reason],
      )
      ids[name] = made!.id
    }
    const users = await db.query<{ id: number; username: string; role: Actor['role']; carrier_code: string }>(
      'select id, username, role, carrier_code from users',
    )
    const units = await db.query<{ code: string }>('select code from user_units')
    for (const { id, ...user } of users) {
      const own =
        user.role === 'local' ? units.map(({ code }) => ({ unit_set: 'district' as const, code })) : []
      actors.set(user.username, { ...anonymous, ...user, user_id: id, units: own })
    }
  })
  afterAll(() => desk.app.close())

  const actorOf = (who: keyof typeof usernames) => actors.get(usernames[who])!

  /** Rows, or how it was refused; whatever it did is taken back. */
  async function attempt(actor: Actor, sql: string): Promise<unknown> {
    const undo = new Error('undo')
    let answer: unknown
    await actAs(db, actor, 'count')
      .transaction(async (client) => {
        answer = await client.query(sql)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) answer = String(error)
      })
    return answer
  }
  const refused = /permission denied|row-level security|never rewritten/
  const set = (id: number, what: string) => `update due_papers set ${what} where id = ${id} returning id`
  const toNew = (owed_by: string, ower: string, year: number, state: string, duty = 'ke-hoach-thu-nam-nam') =>
    `insert into due_papers (duty_code, owed_by, ower_code, year, state, sent_on, reason)
     values ('${duty}', '${owed_by}', '${ower}', ${year}, '${state}', '2022-01-01',
       ${state === 'handed_in' || state === 'accepted' ? 'null' : `'x'`}) returning id`

  it('accepts and waives nothing of its own as the carrier, nor takes back what it handed in', async () => {
    const carrier = actorOf('carrier')
    for (const state of ['accepted', 'waived', 'returned']) {
      expect(await attempt(carrier, toNew('carrier', 'alpha-tel', 2022, state)), state).toMatch(refused)
      expect(await attempt(carrier, set(ids.returned, `state = '${state}'`)), state).toMatch(refused)
    }
    for (const id of [ids.handed_in, ids.accepted]) {
      expect(await attempt(carrier, set(id, `sent_on = '2021-01-01'`))).toEqual([])
    }
    expect(await attempt(carrier, set(ids.returned, `state = 'handed_in'`))).toMatch(refused)
    expect(await attempt(carrier, set(ids.returned, `state = 'handed_in', reason = null`))).toHaveLength(1)
    expect(await attempt(carrier, set(ids.returned, `ower_code = 'beta-tel'`))).toMatch('permission denied')
    expect(await attempt(carrier, toNew('carrier', 'alpha-tel', 2022, 'handed_in'))).toHaveLength(1)
  })

  it('neither reads nor writes a rival’s, a district’s or the Sở’s', async () => {
    const carrier = actorOf('carrier')
    expect(await attempt(carrier, `select distinct ower_code from due_papers`)).toEqual([
      { ower_code: 'alpha-tel' },
    ])
    expect(await attempt(carrier, `select code from paper_duties where owed_by <> 'carrier'`)).toEqual([])
    expect(await attempt(carrier, set(ids.rivals, `state = 'handed_in'`))).toEqual([])
    const [unit] = actorOf('local').units
    for (const sql of [
      toNew('carrier', 'beta-tel', 2023, 'handed_in'),
      toNew('district', unit!.code, 2022, 'handed_in', 'ke-hoach-thu-huyen'),
    ]) {
      expect(await attempt(carrier, sql)).toMatch(refused)
    }
    const local = actorOf('local')
    expect(await attempt(local, `select id from due_papers`)).toEqual([])
    expect(
      await attempt(local, toNew('district', unit!.code, 2022, 'handed_in', 'ke-hoach-thu-huyen')),
    ).toHaveLength(1)
    expect(await attempt(local, toNew('district', '999', 2022, 'handed_in', 'ke-hoach-thu-huyen'))).toMatch(
      refused,
    )
    for (const sql of [
      'select id from due_papers',
      'select code from paper_duties',
      'select id from due_paper_events',
    ]) {
      expect(await attempt(anonymous, sql), sql).toEqual([])
    }
    expect(await attempt(actorOf('viewer'), set(ids.handed_in, `state = 'accepted'`))).toEqual([])
  })

  it.each(['carrier', 'local', 'viewer', 'staff', 'admin'] as const)(
    'rewrites and removes nothing as %s, and signs for nobody else',
    async (who) => {
      for (const sql of [
        `update due_paper_events set move = 'x' returning id`,
        `delete from due_paper_events returning id`,
        `delete from due_papers returning id`,
        `update paper_duties set title = 'x' returning code`,
        `delete from paper_duties returning code`,
      ]) {
        expect(await attempt(actorOf(who), sql), sql).toMatch('permission denied')
      }
      const { user_id, role } = actorOf(who)
      const toEvent = (by: number | null, as: string, move: string, id = ids.handed_in) =>
        `insert into due_paper_events (due_paper_id, actor_id, actor_role, move, from_state, to_state)
         values (${id}, ${by}, '${as}', '${move}', 'unrecorded', 'handed_in') returning move`
      const other = [...actors.values()].find((actor) => actor.user_id !== user_id)!
      expect(await attempt(actorOf(who), toEvent(other.user_id, role, 'hand_in'))).toMatch(refused)
      expect(await attempt(actorOf(who), toEvent(user_id, 'system', 'hand_in'))).toMatch(refused)
      if (who !== 'staff' && who !== 'admin') {
        expect(await attempt(actorOf(who), toEvent(user_id, role, 'accept'))).toMatch(refused)
        expect(await attempt(actorOf(who), toEvent(user_id, role, 'hand_in', ids.rivals))).toMatch(refused)
        expect(
          await attempt(
            actorOf(who),
            `insert into paper_duties (code, act_code, title, owed_by)
            select 'x', code, 'x', 'carrier' from legal_acts limit 1 returning code`,
          ),
        ).toMatch(refused)
      }
    },
  )

  it('signs in the log for its own only', async () => {
    const toEntry = (who: keyof typeof usernames, id: number, carrier: string, action = 'hand_in') => {
      const { user_id, username } = actorOf(who)
      return `insert into audit_log (actor, actor_id, action, noun, noun_id, carrier_code)
        values ('${username}', ${user_id}, '${action}', 'due_papers', '${id}', '${carrier}') returning 1 as made`
    }
    expect(await attempt(actorOf('carrier'), toEntry('carrier', ids.handed_in, 'alpha-tel'))).toEqual([
      { made: 1 },
    ])
    for (const sql of [
      toEntry('carrier', ids.rivals, 'alpha-tel'),
      toEntry('carrier', ids.handed_in, 'beta-tel'),
      toEntry('staff', ids.handed_in, 'alpha-tel'),
      toEntry('carrier', ids.handed_in, 'alpha-tel', 'accept'),
    ]) {
      expect(await attempt(actorOf('carrier'), sql)).toMatch(refused)
    }
  })
})
