import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, usernames, type Desk } from './desk.ts'

/** Statements that no request makes: what somebody could do who got them to the database in the name of a role. */
describeDatabases('an attacker of assigned villages', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  /** Of the carrier, handed in; of the carrier, on air; of the rival, in and outside the units of the UBND. */
  let awaiting: number
  let onAir: number
  let rivals: number
  let elsewhere: number
  const actors = new Map<string, Actor>()

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    const inside = await desk.listUnserved('inside')
    const outside = await desk.listUnserved('outside')
    const ids = await desk.assign([
      { village_code: inside[0]! },
      { village_code: inside[1]! },
      { village_code: inside[2]!, carrier_code: 'beta-tel' },
      { village_code: outside[0]! },
    ])
    ;[awaiting, onAir, rivals, elsewhere] = ids as [number, number, number, number]
    const broadcast = { move: 'broadcast', technologies: ['4g'], happened_on: '2024-05-06' } as const
    for (const id of [awaiting, onAir, elsewhere]) await desk.step('carrier', id, broadcast)
    for (const id of [awaiting, elsewhere]) await desk.step('carrier', id, { move: 'submit' })
    await desk.step('rival', rivals, { move: 'survey', text: 'kín đáo' })
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

  const refused = /permission denied|row-level security|handed in|answer only|neither answer nor decide/
  const set = (id: number, what: string) =>
    `update assignment_progress set ${what} where assignment_id = ${id} returning assignment_id`

  it('confirms nothing of its own as the carrier, nor decides, nor answers', async () => {
    const carrier = actorOf('carrier')
    for (const what of [
      `state = 'confirmed'`,
      `state = 'returned'`,
      `state = 'building'`,
      `local_answer = 'yes'`,
      `local_asked_at = now()`,
      `decided_at = now()`,
      `reason = 'x'`,
      `assignment_id = ${onAir}`,
    ]) {
      expect(await attempt(carrier, set(awaiting, what)), what).toMatch(refused)
    }
    expect(await attempt(carrier, set(onAir, `state = 'confirmed'`))).toMatch(refused)
    expect(await attempt(carrier, set(onAir, `state = 'building', technologies = '{}'`))).toHaveLength(1)
    // Not even the Sở confirms what was not handed in.
    expect(await attempt(actorOf('staff'), set(onAir, `state = 'confirmed'`))).toMatch(refused)
    expect(await attempt(actorOf('staff'), set(awaiting, `state = 'confirmed'`))).toHaveLength(1)
  })

  it('neither reads nor writes how far a rival is', async () => {
    for (const sql of [
      set(rivals, `text = 'x'`),
      `select assignment_id from assignment_progress where assignment_id = ${rivals}`,
      `select assignment_id from assignment_progress where assignment_id = ${rivals} for update`,
      `select id from assignment_events where assignment_id = ${rivals}`,
      `select id from visible_audit_log where noun = 'assignments'`,
    ]) {
      expect(await attempt(actorOf('carrier'), sql), sql).toEqual([])
    }
    expect(await attempt(actorOf('carrier'), 'select distinct carrier_code from assignment_events')).toEqual([
      { carrier_code: 'alpha-tel' },
    ])
    for (const who of ['viewer', 'local'] as const) {
      const answer = await attempt(actorOf(who), set(rivals, `text = 'x'`))
      if (Array.isArray(answer)) expect(answer, who).toEqual([])
      else expect(answer, who).toMatch(refused)
    }
    for (const sql of ['select state from assignment_progress', 'select id from assignment_events']) {
      expect(await attempt(anonymous, sql), sql).toEqual([])
    }
  })

  it.each(['carrier', 'local', 'staff', 'admin'] as const)(
    'rewrites and removes no step as %s, and signs for nobody else',
    async (who) => {
      for (const sql of [
        `update assignment_events set move = 'x' returning id`,
        `delete from assignment_events returning id`,
        `delete from assignment_progress returning assignment_id`,
        `delete from assignments returning id`,
        `update assignments set carrier_code = 'alpha-tel' returning id`,
        `insert into assignment_progress (assignment_id) values (${onAir}) returning assignment_id`,
      ]) {
        expect(await attempt(actorOf(who), sql), sql).toMatch('permission denied')
      }
      const { user_id, role } = actorOf(who)
      const toEvent = (changes: Readonly<Record<string, string | number>> = {}) => {
        const event = {
          assignment_id: awaiting,
          carrier_code: 'alpha-tel',
          actor_id: user_id!,
          actor_role: role,
          move: who === 'local' ? 'answer_local' : 'promise',
          from_state: 'awaiting',
          to_state: 'awaiting',
          ...changes,
        }
        const values = Object.values(event).map((value) => `'${value}'`)
        return `insert into assignment_events (${Object.keys(event).join(', ')}) values (${values.join(', ')}) returning move`
      }
      expect(await attempt(actorOf(who), toEvent())).toHaveLength(1)
      const others = [...actors.values()].find((actor) => actor.user_id !== user_id)!
      for (const changes of [
        { actor_id: others.user_id! },
        { actor_role: others.role === role ? 'viewer' : others.role },
        { carrier_code: 'beta-tel' },
        ...(who === 'carrier'
          ? [
              { move: 'accept' },
              { to_state: 'confirmed' },
              { assignment_id: rivals, carrier_code: 'beta-tel' },
            ]
          : []),
        ...(who === 'local'
          ? [{ move: 'accept' }, { to_state: 'confirmed' }, { assignment_id: elsewhere }]
          : []),
      ]) {
        expect(await attempt(actorOf(who), toEvent(changes)), JSON.stringify(changes)).toMatch(refused)
      }
      expect(
        await attempt(
          actorOf(who),
          `${toEvent().replace('insert into assignment_events (', 'insert into assignment_events (at, ').replace('values (', 'values (now(), ')}`,
        ),
      ).toMatch('permission denied')
    },
  )

  it('only answers as an UBND, of what was handed in and lies in its units', async () => {
    const local = actorOf('local')
    expect(await attempt(local, set(awaiting, `local_answer = 'no'`))).toHaveLength(1)
    for (const what of [`state = 'confirmed'`, `state = 'on_air'`, `text = 'x'`, `reason = 'x'`]) {
      expect(await attempt(local, set(awaiting, what)), what).toMatch(refused)
    }
    expect(await attempt(local, set(onAir, `local_answer = 'no'`))).toMatch(refused)
    expect(await attempt(local, set(elsewhere, `local_answer = 'no'`))).toEqual([])
  })

  it.each(['viewer', 'carrier', 'local'] as const)('gives nothing to anybody as %s', async (who) => {
    for (const sql of [
      `insert into legal_acts (code, title) values ('cua-toi', 'x') returning code`,
      `insert into assignments (act_code, row_no, village_printed, commune_printed, district_printed, carrier_code, service, is_sample)
       select code, 99, 'x', 'x', 'x', 'alpha-tel', 'mobile', false from legal_acts limit 1 returning id`,
    ]) {
      expect(await attempt(actorOf(who), sql), sql).toMatch(refused)
    }
    expect(await attempt(actorOf(who), `update assignments set due_on = null returning id`)).toEqual([])
  })

  describe('of the log', () => {
    const toEntry = (who: keyof typeof usernames, id: number, carrier_code: string) => {
      const { user_id, username } = actorOf(who)
      return `insert into audit_log (actor, actor_id, action, noun, noun_id, carrier_code)
        values ('${username}', ${user_id}, 'build', 'assignments', '${id}', '${carrier_code}') returning 1 as made`
    }

    it('signs for its own only', async () => {
      const made = [{ made: 1 }]
      expect(await attempt(actorOf('carrier'), toEntry('carrier', onAir, 'alpha-tel'))).toEqual(made)
      expect(await attempt(actorOf('carrier'), toEntry('carrier', rivals, 'beta-tel'))).toMatch(refused)
      expect(await attempt(actorOf('carrier'), toEntry('carrier', rivals, 'alpha-tel'))).toMatch(refused)
      expect(await attempt(actorOf('carrier'), toEntry('staff', onAir, 'alpha-tel'))).toMatch(refused)
      expect(await attempt(actorOf('local'), toEntry('local', awaiting, 'alpha-tel'))).toEqual(made)
      expect(await attempt(actorOf('local'), toEntry('local', elsewhere, 'alpha-tel'))).toMatch(refused)
      expect(await attempt(actorOf('viewer'), toEntry('viewer', onAir, 'alpha-tel'))).toMatch(refused)
    })
  })
})
