import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAtDay, type DayParts } from '../../../server/alerts/look-at-day.ts'
import { toVisibleChange } from '../../../core/rights/visible-change.ts'
import { toCarrierActor } from '../../helpers/actors.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, today, usernames, type Desk } from '../assignments/desk.ts'
import { inDays, listTold, lookAgain, openParts } from './told.ts'

type Who = keyof typeof usernames

describeDatabases('alerts', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let parts: DayParts
  let inside: string[]
  let source: { readonly code: string } | undefined

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    parts = await openParts(db)
    const villages = await db.query<{ code: string }>(
      `select v.code from villages v where v.district_code in (select u.code from user_units u) order by v.code`,
    )
    inside = villages.map(({ code }) => code)
    ;[source] = await db.query<{ code: string }>('select code from sources order by code limit 1')
  })
  afterAll(() => desk.app.close())

  const assign = async (row: Parameters<Desk['assign']>[0][number] = {}) =>
    (await desk.assign([{ village_code: inside.shift()!, ...row }]))[0]!
  const listKinds = async (who: Who, id: number) =>
    (await listTold(desk, who)).alerts.filter((a) => a.assignment_id === id).map(({ kind }) => kind)
  const handIn = async (id: number) => {
    await desk.step('carrier', id, { move: 'broadcast', technologies: ['4g'], happened_on: '2024-05-06' })
    await desk.step('carrier', id, { move: 'submit' })
  }
  const expectKinds = async (id: number, kinds: Readonly<Partial<Record<Who, readonly string[]>>>) => {
    for (const who of Object.keys(usernames) as Who[]) {
      expect(await listKinds(who, id), who).toEqual(kinds[who] ?? [])
    }
  }

  describe('of steps', () => {
    it('tell the carrier that its report was returned and why, and nobody else', async () => {
      const id = await assign()
      await handIn(id)
      await expectKinds(id, {})
      await desk.step('staff', id, { move: 'return', reason: 'chưa có ảnh cột' })
      await expectKinds(id, { carrier: ['returned'] })
      const [alert] = (await listTold(desk, 'carrier')).alerts
      expect(alert).toMatchObject({
        kind: 'returned',
        assignment_id: id,
        carrier_code: 'alpha-tel',
        reason: 'chưa có ảnh cột',
        read_at: null,
        is_settled: false,
      })
      await desk.step('carrier', id, { move: 'broadcast', technologies: ['4g'], happened_on: '2024-05-07' })
      expect((await listTold(desk, 'carrier')).alerts[0]).toMatchObject({ id: alert!.id, is_settled: true })
    })

    it('tell the carrier what was accepted and reopened, and the UBND that it is asked', async () => {
      const id = await assign()
      await handIn(id)
      await desk.step('staff', id, { move: 'ask_local' })
      await expectKinds(id, { local: ['asked'] })
      await desk.step('staff', id, { move: 'accept', technologies: ['4g'] })
      await desk.step('staff', id, {
        move: 'reopen',
        technologies: ['4g'],
        reason: 'mất sóng',
        happened_on: today(),
      })
      await expectKinds(id, { local: ['asked'], carrier: ['returned', 'accepted'] })
    })

    it('tell nothing of a step that was refused', async () => {
      const id = await assign()
      const answer = await desk.move('staff', id, { move: 'return', reason: 'x' })
      expect(answer.statusCode).toBe(409)
      await expectKinds(id, {})
    })

    it('tell each carrier of its own where many are returned at once', async () => {
      const [own, rivals] = await desk.assign([
        { village_code: inside.shift()! },
        { village_code: inside.shift()!, carrier_code: 'beta-tel' },
      ])
      await handIn(own!)
      await desk.step('rival', rivals!, {
        move: 'broadcast',
        technologies: ['4g'],
        happened_on: '2024-05-06',
      })
      await desk.step('rival', rivals!, { move: 'submit' })
      const items = []
      for (const id of [own!, rivals!]) {
        items.push({ id, version: (await desk.see('staff', id)).assignment.progress!.version })
      }
      const body = { items, move: 'return', reason: 'thiếu hồ sơ' }
      expect((await desk.as('staff').send('POST', '/api/assignment-moves', body)).statusCode).toBe(200)
      await expectKinds(own!, { carrier: ['returned'] })
      await expectKinds(rivals!, { rival: ['returned'] })
    })
  })

  describe('of power', () => {
    const setPower = async (who: Who, village_id: number, grid_power: boolean) => {
      const seen = (await desk.as(who).get(`/api/villages/${village_id}`)).json<{ version: number }>()
      const answer = await desk
        .as(who)
        .send(
          'PATCH',
          `/api/villages/${village_id}`,
          { changes: { grid_power }, source_code: source!.code, observed_on: '2025-01-02' },
          { 'if-match': `"${seen.version}"` },
        )
      expect(answer.statusCode, answer.body).toBe(200)
    }
    const block = async (who: 'carrier' | 'rival', id: number, blocker: string) => {
      await desk.step(who, id, { move: 'block', blocker, text: 'chờ' })
      return (await desk.see(who, id)).assignment.village_id!
    }

    it('tell the carrier that waited, once, when the UBND writes that power has come', async () => {
      const [waiting, other, rivals] = await desk.assign([
        { village_code: inside.shift()! },
        { village_code: inside.shift()! },
        { village_code: inside.shift()!, carrier_code: 'beta-tel' },
      ])
      const village = await block('carrier', waiting!, 'power')
      const otherVillage = await block('carrier', other!, 'road')
      const rivalVillage = await block('rival', rivals!, 'power')
      for (const id of [village, otherVillage, rivalVillage]) {
        await db.query(
          'update villages set grid_power = false, grid_power_since = null where id = $1::integer returning id',
          [id],
        )
        await setPower('local', id, true)
      }
      await expectKinds(waiting!, { carrier: ['power'], staff: ['power'], admin: ['power'] })
      await expectKinds(other!, {})
      await expectKinds(rivals!, { rival: ['power'], staff: ['power'], admin: ['power'] })
      // Corrected and corrected back, with nothing done meanwhile: the same fact.
      await setPower('staff', village, false)
      await setPower('staff', village, true)
      await expectKinds(waiting!, { carrier: ['power'], staff: ['power'], admin: ['power'] })
      await desk.step('carrier', waiting!, { move: 'survey' })
      expect((await listTold(desk, 'carrier')).alerts.find((a) => a.assignment_id === waiting)).toMatchObject(
        {
          is_settled: true,
        },
      )
    })
  })

  describe('of days', () => {
    it('tell each carrier of its own rows, the Sở of what is late, each fact once', async () => {
      const [soon, near, late, far, rivals] = await desk.assign([
        { village_code: inside.shift()!, due_on: inDays(20) },
        { village_code: inside.shift()!, due_on: inDays(5) },
        { village_code: inside.shift()!, due_on: inDays(-3), built_due_on: inDays(-40) },
        { village_code: inside.shift()!, due_on: inDays(31) },
        { village_code: inside.shift()!, due_on: inDays(-1), carrier_code: 'beta-tel' },
      ])
      await desk.step('carrier', far!, { move: 'promise', on_air_promised_on: inDays(2) })
      await lookAtDay(parts, today())
      const check = async () => {
        await expectKinds(soon!, { carrier: ['deadline'] })
        await expectKinds(near!, { carrier: ['deadline'] })
        const overdue = ['overdue', 'overdue']
        await expectKinds(late!, { carrier: overdue, staff: overdue, admin: overdue })
        await expectKinds(rivals!, { rival: ['overdue'], staff: ['overdue'], admin: ['overdue'] })
        await expectKinds(far!, {})
      }
      await check()
      await lookAtDay(parts, today())
      await lookAgain(db, parts, today())
      await check()
      // A day later one more threshold is reached, and nothing is said again.
      await lookAtDay(parts, inDays(1))
      await expectKinds(far!, { carrier: ['deadline'] })
      await expectKinds(soon!, { carrier: ['deadline'] })
      await lookAtDay(parts, inDays(3))
      const promised = ['promise_passed', 'deadline']
      await expectKinds(far!, { carrier: promised, staff: ['promise_passed'], admin: ['promise_passed'] })
    })

    it('tell anew of a deadline that a later act has moved', async () => {
      const [id] = await desk.assign([{ village_code: inside.shift()!, due_on: inDays(6) }], { code: 'dau' })
      await lookAgain(db, parts, today())
      await expectKinds(id!, { carrier: ['deadline'] })
      const act_code = (await desk.see('staff', id!)).assignment.act_code
      await desk.assign([], { changes: [{ act_code, row_no: 1, kind: 'amend', due_on: inDays(25) }] })
      await lookAgain(db, parts, today())
      const told = (await listTold(desk, 'carrier')).alerts.filter((a) => a.assignment_id === id)
      expect(told.map(({ days, is_settled }) => [days, is_settled])).toEqual([
        [30, false],
        [7, true],
      ])
    })

    it('of certificates tell the carrier whose station it is, and name a site on generator power', async () => {
      const stations = await db.query<{ id: number; carrier_code: string; site: string }>(
        `select t.id, t.carrier_code, s.name as site
         from stations t
         join sites s on s.id = t.site_id
         where s.code in ('TL-S08', 'TL-S09') and t.off_air_on is null
         order by t.id`,
      )
      for (const carrier of ['alpha-tel', 'beta-tel']) {
        const station = stations.find(({ carrier_code }) => carrier_code === carrier)!
        await db.query(
          `insert into station_private (station_id, certificate_no, certificate_expires_on)
           values ($1::integer, 'GKD', $2::date)
           on conflict (station_id) do update set certificate_expires_on = excluded.certificate_expires_on
           returning station_id`,
          [station.id, inDays(10)],
        )
      }
      await lookAgain(db, parts, today())
      const listCertificates = async (who: Who) =>
        (await listTold(desk, who)).alerts.filter(({ kind }) => kind === 'certificate')
      expect(await listCertificates('carrier')).toMatchObject([
        {
          carrier_code: 'alpha-tel',
          days: 30,
          due_on: inDays(10),
          power_source: 'generator',
          village_id: null,
        },
      ])
      expect(await listCertificates('rival')).toMatchObject([{ carrier_code: 'beta-tel' }])
      expect(await listCertificates('staff')).toHaveLength(2)
      for (const who of ['local', 'viewer'] as const) expect(await listCertificates(who)).toEqual([])
      await db.query(`update station_private set certificate_expires_on = null returning station_id`)
    })

    it('are found once where two servers look at once', async () => {
      const id = await assign({ due_on: inDays(-9) })
      await db.query('delete from alert_days returning on_day')
      await Promise.all([lookAtDay(parts, today()), lookAtDay(parts, today())])
      await expectKinds(id, { carrier: ['overdue'], staff: ['overdue'], admin: ['overdue'] })
      const entries = await db.query<{ user_ids: number[] }>(
        `select after->'user_ids' as user_ids from audit_log where noun = 'alerts' order by id desc limit 1`,
      )
      expect(entries[0]!.user_ids).toHaveLength(3)
    })

    it('are found by another where the first was killed', async () => {
      await db.query(
        `insert into alert_days (on_day, claimed_until) values ($1::date, now() + interval '1 minute') returning on_day`,
        [inDays(60)],
      )
      const isDone = async () =>
        (
          await db.query('select on_day from alert_days where done_at is not null and on_day = $1::date', [
            inDays(60),
          ])
        ).length > 0
      await lookAtDay(parts, inDays(60))
      expect(await isDone()).toBe(false)
      await db.query(`update alert_days set claimed_until = now() - interval '1 second' returning on_day`)
      await lookAtDay(parts, inDays(60))
      expect(await isDone()).toBe(true)
    })
  })

  describe('of one’s own', () => {
    it('come in pages, and are marked as read by their owner alone', async () => {
      const { alerts, unread } = await listTold(desk, 'carrier')
      expect(unread).toBe(alerts.length)
      const first = await listTold(desk, 'carrier', '?limit=2')
      expect(first).toMatchObject({ has_more: true, unread, alerts: alerts.slice(0, 2) })
      const next = await listTold(desk, 'carrier', `?limit=200&before_id=${first.alerts[1]!.id}`)
      expect(next).toMatchObject({ has_more: false, alerts: alerts.slice(2) })

      const mark = (who: Who, body: object) => desk.as(who).send('POST', '/api/alerts/read', body)
      const ids = [alerts[0]!.id]
      const before = (await listTold(desk, 'rival')).unread
      expect((await mark('rival', { ids })).json()).toEqual({ unread: before })
      expect((await mark('carrier', {})).json()).toEqual({ unread })
      expect((await mark('carrier', { ids })).json()).toEqual({ unread: unread - 1 })
      expect((await listTold(desk, 'carrier')).alerts[0]!.read_at).not.toBeNull()
      expect((await mark('carrier', { until_id: alerts[1]!.id })).json()).toEqual({ unread: 1 - 1 })
    })

    it('are not read by whoever has become another carrier’s', async () => {
      const [user] = await db.query<{ id: number }>(
        `update users set carrier_code = 'beta-tel' where username = 'alpha-tel' returning id`,
      )
      const seen = await listTold(desk, 'carrier')
      expect(seen).toEqual({ unread: 0, has_more: false, alerts: [] })
      await db.query(`update users set carrier_code = 'alpha-tel' where id = $1::integer returning id`, [
        user!.id,
      ])
      expect((await listTold(desk, 'carrier')).alerts.length).toBeGreaterThan(0)
    })

    it('are refused to visitors', async () => {
      for (const path of ['/api/alerts', '/api/alert-choices']) {
        expect((await desk.as('anonymous').get(path)).statusCode, path).toBe(401)
      }
    })

    it('are told live to whom they are for', () => {
      const reader = (user_id: number | null) => ({
        actor: { ...toCarrierActor('alpha-tel'), user_id },
        public_sites: 'full' as const,
        today: today(),
      })
      const change = {
        noun: 'alerts',
        noun_id: null,
        actor_id: null,
        carrier_code: null,
        restricted: false,
        before: null,
        after: { user_ids: [3, 5] },
      }
      expect(toVisibleChange(change, reader(5))).toEqual({ noun: 'alerts', id: null })
      for (const other of [4, null]) expect(toVisibleChange(change, reader(other))).toBeNull()
      expect(toVisibleChange({ ...change, after: null }, reader(5))).toBeNull()
    })
  })

  describe('choices', () => {
    const put = (who: Who, body: object) => desk.as(who).send('PUT', '/api/alert-choices', body)
    const get = async (who: Who) => (await desk.as(who).get('/api/alert-choices')).json<{ kinds: object[] }>()

    it('are those of the role, mail for all once there is an address', async () => {
      expect(await get('carrier')).toEqual({
        kinds: [
          'deadline',
          'overdue',
          'promise_passed',
          'returned',
          'accepted',
          'power',
          'certificate',
          'challenge',
          'answer_due',
        ].map((kind) => ({ kind, channel: 'mail' })),
        email: null,
        language: 'vi',
        sends_mail: false,
        mails_at_hour: 7,
      })
      expect((await get('local')).kinds).toEqual([{ kind: 'asked', channel: 'mail' }])
      expect((await get('viewer')).kinds).toEqual([])
    })

    it('are kept, and nothing is told of a kind that is off', async () => {
      const kinds = [{ kind: 'returned', channel: 'off' }]
      const answer = await put('carrier', { kinds, email: ' lan@example.vn ', language: 'en' })
      expect(answer.statusCode, answer.body).toBe(200)
      expect(answer.json()).toMatchObject({ email: 'lan@example.vn', language: 'en' })
      expect((await get('carrier')).kinds).toContainEqual(kinds[0])
      expect((await get('rival')).kinds).not.toContainEqual(kinds[0])
      const id = await assign()
      await handIn(id)
      await desk.step('staff', id, { move: 'return', reason: 'x' })
      await expectKinds(id, {})
      const entries = await db.query<{ after: object }>(
        `select after from audit_log where action = 'choose_alerts' order by id desc limit 1`,
      )
      expect(entries).toEqual([{ after: { kinds, language: 'en', has_email: true } }])
      expect((await put('carrier', { email: '', language: 'vi' })).json()).toMatchObject({ email: null })
      expect((await get('carrier')).kinds).toContainEqual(kinds[0])
    })

    it.each([
      [{ email: 'lan@', language: 'vi' }, 'value_invalid', 'email'],
      [{ email: 'lan@example.vn\r\nBcc: x@example.vn', language: 'vi' }, 'value_invalid', 'email'],
      [{ email: 'Lan <lan@example.vn>', language: 'vi' }, 'value_invalid', 'email'],
      [{ email: null, language: 'fr' }, 'parameter_invalid', 'language'],
      [{ email: null, language: 'vi', kinds: [{ kind: 'asked', channel: 'app' }] }, 'value_invalid', 'kinds'],
      [
        { email: null, language: 'vi', kinds: [{ kind: 'weather', channel: 'app' }] },
        'parameter_invalid',
        null,
      ],
      [{ language: 'vi' }, 'parameter_invalid', null],
    ])('refuse %j', async (body, code, field) => {
      const before = await get('carrier')
      const answer = (await put('carrier', body)).json<{ code: string; params: { field?: string } }>()
      expect(answer.code).toBe(code)
      if (field !== null && code === 'value_invalid') expect(answer.params.field).toBe(field)
      expect(await get('carrier')).toEqual(before)
    })
  })
})
