import { afterAll, beforeAll, expect, it } from 'vitest'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, usernames, type Desk } from '../assignments/desk.ts'
import { inDays, lookAgain, openParts } from './told.ts'

/** Statements that no request makes: what somebody could do who got them to the database in the name of a role. */
describeDatabases('an attacker of alerts', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  const actors = new Map<string, Actor>()

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    const [own, rivals] = await desk.listUnserved('inside')
    const due_on = inDays(-1)
    await desk.assign([
      { village_code: own!, due_on },
      { village_code: rivals!, due_on, carrier_code: 'beta-tel' },
    ])
    for (const who of ['carrier', 'rival', 'staff'] as const) {
      const kinds = [{ kind: 'overdue', channel: 'mail' }]
      const body = { kinds, email: `${who}@example.vn`, language: 'vi' }
      expect((await desk.as(who).send('PUT', '/api/alert-choices', body)).statusCode).toBe(200)
    }
    await lookAgain(db, await openParts(db, 'mail'), inDays(0))
    const users = await db.query<{ id: number; username: string; role: Actor['role']; carrier_code: string }>(
      'select id, username, role, carrier_code from users',
    )
    for (const { id, ...user } of users) actors.set(user.username, { ...anonymous, ...user, user_id: id })
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

  const refused = /permission denied|row-level security/

  it.each(['carrier', 'rival', 'staff', 'admin', 'local', 'viewer'] as const)(
    'reads and marks as %s its own alerts, choices and address only',
    async (who) => {
      const actor = actorOf(who)
      const others = [...actors.values()].find(
        ({ user_id, role }) => user_id !== actor.user_id && role === 'staff',
      )
      for (const sql of [
        `select id from alerts where user_id <> ${actor.user_id}`,
        `update alerts set read_at = now() where user_id <> ${actor.user_id} returning id`,
        `select kind from alert_choices where user_id <> ${actor.user_id}`,
        `select email from alert_addresses where user_id <> ${actor.user_id}`,
        `select id from alert_mails`,
        `select on_day from alert_days`,
        `update alert_mails set sent_at = now() returning id`,
        `update alert_choices set channel = 'off' returning user_id`,
        `update alert_addresses set email = 'toi@example.vn' returning user_id`,
      ]) {
        expect(await attempt(actor, sql), sql).toEqual([])
      }
      for (const sql of [
        `insert into alerts (user_id, kind, key, station_id) values (${actor.user_id}, 'power', 'x', 1) returning id`,
        `insert into alert_choices (user_id, kind, channel) values (${others?.user_id ?? 1}, 'power', 'off') returning kind`,
        `insert into alert_mails (user_id, on_day) values (${actor.user_id}, '2021-01-01') returning id`,
        `insert into alert_days (on_day, claimed_until) values ('2021-01-01', now()) returning on_day`,
        `update alerts set user_id = ${actor.user_id} returning id`,
        `update alerts set assignment_id = 1 returning id`,
        `delete from alerts returning id`,
        `delete from alert_mails returning id`,
        `delete from alert_days returning on_day`,
      ]) {
        expect(await attempt(actor, sql), sql).toMatch(refused)
      }
    },
  )

  it('reads nothing as a visitor', async () => {
    for (const table of ['alerts', 'alert_choices', 'alert_addresses', 'alert_mails', 'alert_days']) {
      expect(await attempt(anonymous, `select 1 as row from ${table}`), table).toEqual([])
    }
  })

  it('learns nothing of a rival’s row from an alert of its own that points there', async () => {
    const { user_id } = actorOf('carrier')
    const [rivals] = await db.query<{ assignment_id: number }>(
      `select assignment_id from alerts where user_id = ${actorOf('rival').user_id} limit 1`,
    )
    const forged = await db.query<{ id: number }>(
      `insert into alerts (user_id, kind, key, assignment_id)
       values ($1::integer, 'overdue', 'forged', $2::integer)
       returning id`,
      [user_id, rivals!.assignment_id],
    )
    const answer = await desk.as('carrier').get('/api/alerts')
    expect(answer.json<{ alerts: { id: number }[] }>().alerts.map(({ id }) => id)).not.toContain(
      forged[0]!.id,
    )
    expect(answer.body).not.toContain('beta-tel')
  })
})
