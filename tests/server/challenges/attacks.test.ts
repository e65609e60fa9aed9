import { afterAll, beforeAll, expect, it } from 'vitest'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, usernames, type Desk } from '../assignments/desk.ts'

/** Statements that no request makes: what somebody could do who got them to the database in the name of a role. */
describeDatabases('an attacker of challenges', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  const actors = new Map<string, Actor>()
  const ids = { filed: 0, routed: 0, lapsed: 0, answered: 0, decided: 0, rivals: 0 }
  let elsewhere: number

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    const users = await db.query<{ id: number; username: string; role: Actor['role']; carrier_code: string }>(
      'select id, username, role, carrier_code from users',
    )
    const units = await db.query<{ code: string }>('select code from user_units')
    for (const { id, ...user } of users) {
      const own =
        user.role === 'local' ? units.map(({ code }) => ({ unit_set: 'district' as const, code })) : []
      actors.set(user.username, { ...anonymous, ...user, user_id: id, units: own })
    }
    const [inside] = await db.query<{ id: number }>(
      `select v.id from villages v where v.district_code in (select code from user_units) order by v.id limit 1`,
    )
    const [outside] = await db.query<{ id: number }>(
      `select v.id from villages v where v.district_code not in (select code from user_units) order by v.id limit 1`,
    )
    elsewhere = outside!.id
    const rows = [
      ['filed', 'alpha-tel', 'filed', null, null, null],
      ['routed', 'alpha-tel', 'routed', '2999-01-01', null, null],
      ['lapsed', 'alpha-tel', 'routed', '2020-01-01', null, null],
      ['answered', 'alpha-tel', 'answered', '2999-01-01', 'contest', null],
      ['decided', 'alpha-tel', 'decided', '2020-01-01', 'agree', 'covered'],
      ['rivals', 'beta-tel', 'routed', '2999-01-01', null, null],
    ] as const
    for (const [name, carrier, state, due, answer, outcome] of rows) {
      const [made] = await db.query<{ id: number }>(
        `insert into challenges (
           village_id, carrier_code, service, observed_state, observed_on, text, reported_by, state, answer_due_on, answer, outcome
         )
         values ($1::integer, $2::text, '4g', 'not_covered', '2020-01-01', 'kín', 'person', $3::text, $4::date, $5::text, $6::text)
         returning id`,
        [inside!.id, carrier, state, due, answer, outcome],
      )
      ids[name] = made!.id
      await db.query(`insert into challenge_reporters values ($1::integer, $2::integer) returning user_id`, [
        made!.id,
        actors.get(usernames.viewer)!.user_id,
      ])
      await db.query(
        `insert into challenge_events (challenge_id, actor_id, actor_role, move, from_state, to_state)
         values ($1::integer, $2::integer, 'viewer', 'file', 'filed', 'filed') returning id`,
        [made!.id, actors.get(usernames.viewer)!.user_id],
      )
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
  const refused =
    /permission denied|row-level security|never rewritten|answer only|answers for|stay as they are|stays as it is|no decision/
  const set = (id: number, what: string) => `update challenges set ${what} where id = ${id} returning id`
  const answer = `state = 'answered', answer = 'agree', answer_text = 'x', answered_on = app_today()`

  it('answers as the carrier and does nothing else', async () => {
    const carrier = actorOf('carrier')
    expect(await attempt(carrier, set(ids.routed, answer))).toHaveLength(1)
    for (const what of [
      `state = 'decided', outcome = 'covered'`,
      `state = 'dismissed'`,
      `${answer}, outcome = 'covered'`,
      `${answer}, reason = 'x'`,
      `${answer}, answer_due_on = '2999-02-02'`,
      `${answer}, statement_ids = '{1}'`,
      `answer = 'agree'`,
      `carrier_code = 'beta-tel'`,
      `text = 'x'`,
    ]) {
      expect(await attempt(carrier, set(ids.routed, what)), what).toMatch(refused)
    }
    for (const id of [ids.filed, ids.answered, ids.decided, ids.rivals]) {
      expect(await attempt(carrier, set(id, answer))).toEqual([])
    }
    expect(
      await attempt(
        carrier,
        `insert into challenges (village_id, carrier_code, service, observed_state, observed_on, text, reported_by)
         select id, 'beta-tel', '4g', 'not_covered', '2020-01-01', 'x', 'person' from villages limit 1 returning id`,
      ),
    ).toMatch(refused)
  })

  it('learns as a carrier neither who reported, nor of a rival’s, nor of what was not sent to it', async () => {
    const carrier = actorOf('carrier')
    expect(await attempt(carrier, 'select user_id from challenge_reporters')).toEqual([])
    expect(await attempt(carrier, 'select actor_id from challenge_events')).toEqual([])
    expect(await attempt(carrier, `select id from visible_audit_log where noun = 'challenges'`)).toEqual([])
    expect(await attempt(carrier, 'select id from challenges order by id')).toEqual(
      [ids.routed, ids.lapsed, ids.answered, ids.decided].map((id) => ({ id })),
    )
    // Nor does an UBND or a visitor; whoever it was knows it of themselves.
    expect(await attempt(actorOf('local'), 'select user_id from challenge_reporters')).toEqual([])
    expect(await attempt(actorOf('local'), 'select actor_id from challenge_events')).toEqual([])
    expect(await attempt(actorOf('viewer'), 'select user_id from challenge_reporters')).toHaveLength(6)
    for (const table of ['challenges', 'challenge_reporters', 'challenge_events']) {
      expect(await attempt(anonymous, `select count(*) as n from ${table}`)).toEqual([{ n: 0 }])
    }
  })

  it('decides as the Sở nothing without an answer or an end of the days, and answers for nobody', async () => {
    const staff = actorOf('staff')
    const decide = `state = 'decided', outcome = 'covered'`
    expect(await attempt(staff, set(ids.routed, decide))).toMatch(refused)
    expect(await attempt(staff, set(ids.filed, `${decide}, answer_due_on = '2020-01-01'`))).toMatch(refused)
    expect(await attempt(staff, set(ids.routed, `answer_due_on = '2020-01-01'`))).toMatch(refused)
    expect(await attempt(staff, set(ids.routed, answer))).toMatch(refused)
    expect(await attempt(staff, set(ids.decided, `outcome = 'not_covered'`))).toMatch(refused)
    expect(await attempt(staff, set(ids.lapsed, decide))).toHaveLength(1)
    expect(await attempt(staff, set(ids.answered, decide))).toHaveLength(1)
  })

  it('files as an UBND in its own units alone, and as nobody else', async () => {
    const toNew = (village_id: string, reported_by: string) =>
      `insert into challenges (village_id, carrier_code, service, observed_state, observed_on, text, reported_by)
       select ${village_id}, 'alpha-tel', '4g', 'not_covered', '2020-01-01', 'x', '${reported_by}' returning id`
    const own = `(select village_id from challenges where id = ${ids.routed})`
    expect(await attempt(actorOf('local'), toNew(own, 'local'))).toHaveLength(1)
    expect(await attempt(actorOf('local'), toNew(own, 'person'))).toMatch(refused)
    expect(await attempt(actorOf('local'), toNew(String(elsewhere), 'local'))).toMatch(refused)
    expect(await attempt(actorOf('viewer'), toNew(String(elsewhere), 'person'))).toHaveLength(1)
    expect(await attempt(actorOf('viewer'), toNew(String(elsewhere), 'local'))).toMatch(refused)
    expect(await attempt(anonymous, toNew(String(elsewhere), 'person'))).toMatch(refused)
    expect(await attempt(actorOf('local'), set(ids.filed, `state = 'rejected', reason = 'x'`))).toEqual([])
    expect(await attempt(actorOf('viewer'), set(ids.filed, `state = 'rejected', reason = 'x'`))).toEqual([])
  })

  it.each(['carrier', 'local', 'viewer', 'staff', 'admin'] as const)(
    'rewrites and removes nothing as %s, and signs for nobody else',
    async (who) => {
      for (const sql of [
        `update challenge_events set move = 'x' returning id`,
        `delete from challenge_events returning id`,
        `delete from challenges returning id`,
        `update challenge_reporters set user_id = 1 returning user_id`,
        `delete from challenge_reporters returning user_id`,
      ]) {
        expect(await attempt(actorOf(who), sql), sql).toMatch('permission denied')
      }
      const { user_id, role } = actorOf(who)
      const toEvent = (by: number | null, move: string, id: number) =>
        `insert into challenge_events (challenge_id, actor_id, actor_role, move, from_state, to_state)
         values (${id}, ${by}, '${role}', '${move}', 'routed', 'answered')`
      const other = [...actors.values()].find((actor) => actor.user_id !== user_id)!
      expect(await attempt(actorOf(who), toEvent(other.user_id, 'route', ids.routed))).toMatch(refused)
      if (who === 'staff' || who === 'admin') {
        expect(await attempt(actorOf(who), toEvent(user_id, 'answer', ids.routed))).toMatch(refused)
      } else {
        expect(await attempt(actorOf(who), toEvent(user_id, 'decide', ids.routed))).toMatch(refused)
        expect(await attempt(actorOf(who), toEvent(user_id, 'route', ids.rivals))).toMatch(refused)
      }
      expect(
        await attempt(
          actorOf(who),
          `insert into challenge_reporters values (${ids.filed}, ${other.user_id}) returning user_id`,
        ),
      ).toMatch(refused)
    },
  )
})
