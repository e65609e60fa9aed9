import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMailer } from '../../../server/alerts/mailer.ts'
import type { DayParts } from '../../../server/alerts/look-at-day.ts'
import { sendWaitingMails, type MailParts } from '../../../server/alerts/send-mails.ts'
import { claimAlertMail } from '../../../server/db/alert-mails.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openMailServer, type MailServer, type ReceivedMail } from '../../helpers/mail-server.ts'
import { openDesk, today, type Desk, type usernames } from '../assignments/desk.ts'
import { inDays, listTold, lookAgain, openParts } from './told.ts'

const publicUrl = 'https://map.example'
const from = { name: 'Bản đồ số', address: 'ban-do@map.example' }

describeDatabases('mails of alerts', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let server: MailServer
  let days: DayParts
  let mails: MailParts
  let inside: string[]
  const lines: unknown[] = []

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    server = await openMailServer()
    days = await openParts(db, 'mail')
    const log = { info: (line: unknown) => lines.push(line), warn: (line: unknown) => lines.push(line) }
    const mailer = createMailer({ smtpUrl: server.url, from })
    mails = { ...days, mailer, publicUrl, log: log as unknown as MailParts['log'], isStopped: () => false }
    const villages = await db.query<{ code: string }>(`select v.code from villages v order by v.code`)
    inside = villages.map(({ code }) => code)
    await choose('carrier', { email: 'lan@alpha.example', language: 'vi' })
    await choose('rival', { email: 'minh@beta.example', language: 'en' })
    await choose('staff', { email: 'so@tinh.example', language: 'vi' })
  })
  afterAll(async () => {
    await desk.app.close()
    await server.close()
  })
  beforeEach(async () => {
    server.answer = 'take'
    server.received.length = 0
    lines.length = 0
    await db.query('delete from alert_mails returning id')
    await db.query('delete from alerts returning id')
    // Of an earlier story nothing is due.
    await db.query(`update assignments set due_on = null, built_due_on = null returning id`)
  })

  async function choose(who: keyof typeof usernames, body: object) {
    const answer = await desk.as(who).send('PUT', '/api/alert-choices', body)
    expect(answer.statusCode, answer.body).toBe(200)
  }
  const assign = (rows: Parameters<Desk['assign']>[0]) =>
    desk.assign(rows.map((row) => ({ village_code: inside.shift()!, ...row })))
  const handInAndReturn = async (id: number, reason: string) => {
    await desk.step('carrier', id, { move: 'broadcast', technologies: ['4g'], happened_on: '2024-05-06' })
    await desk.step('carrier', id, { move: 'submit' })
    await desk.step('staff', id, { move: 'return', reason })
  }
  const of = (address: string) => server.received.filter(({ to }) => to.includes(address))
  const toText = ({ parsed }: ReceivedMail) => parsed.text ?? ''
  const wait = (sql: string) => db.query(`update alert_mails set ${sql} returning id`)

  describe('as they are written', () => {
    it('are one for each person, in their language, with links, and nothing of another carrier', async () => {
      const [returned, , rivals] = await assign([
        {},
        { due_on: inDays(5) },
        { due_on: inDays(-2), carrier_code: 'beta-tel' },
      ])
      await handInAndReturn(returned!, 'thiếu <b>ảnh</b> & biên bản')
      await desk.step('rival', rivals!, { move: 'block', blocker: 'road', text: 'rất kín đáo' })
      await lookAgain(db, days, today())
      await sendWaitingMails(mails)
      expect(server.received.flatMap(({ to }) => to).sort()).toEqual([
        'lan@alpha.example',
        'minh@beta.example',
        'so@tinh.example',
      ])
      const [own] = of('lan@alpha.example')
      expect(own!.parsed.subject).toMatch(/^Bản đồ số hạ tầng viễn thông: 2 cảnh báo ngày /)
      expect(own!.parsed.from?.value).toEqual([from])
      expect(own!.parsed.headers.get('auto-submitted')).toBe('auto-generated')
      expect(toText(own!)).toContain('lý do: thiếu <b>ảnh</b> & biên bản')
      expect(own!.parsed.html).toContain('thiếu &lt;b&gt;ảnh&lt;/b&gt; &amp; biên bản')
      expect(toText(own!)).toContain(`${publicUrl}/?page=assigned&assignment=${returned}`)
      expect(toText(own!)).toContain(`${publicUrl}/?page=alerts`)
      expect(toText(own!)).toContain('dữ liệu mẫu')
      const [others] = of('minh@beta.example')
      expect(others!.parsed.subject).toMatch(/^Telecom infrastructure map: 1 alert, /)
      expect(toText(others!)).toContain('Overdue (1)')
      for (const text of ['Beta', 'beta-tel', 'kín đáo', `assignment=${rivals}\n`]) {
        expect(own!.raw + toText(own!) + String(own!.parsed.html)).not.toContain(text)
      }
      for (const text of ['Alpha', 'alpha-tel', 'biên bản', `assignment=${returned}\n`]) {
        expect(others!.raw + toText(others!) + String(others!.parsed.html)).not.toContain(text)
      }
      // To the Sở it says whose it is.
      expect(toText(of('so@tinh.example')[0]!)).toMatch(/Beta/)
    })

    it('hold no line that anybody else wrote as a header', async () => {
      const [id] = await assign([{}])
      await handInAndReturn(id!, 'x\r\nBcc: khac@example.vn\r\n\r\nnội dung khác')
      await lookAgain(db, days, today())
      await sendWaitingMails(mails)
      expect(server.received.map(({ to }) => to)).toEqual([['lan@alpha.example']])
      expect([...server.received[0]!.parsed.headers.keys()]).not.toContain('bcc')
      expect(server.received[0]!.parsed.subject).not.toContain('Bcc')
    })

    it('leave out what is settled by the time they go, and do not go with nothing to say', async () => {
      const [first, second] = await assign([{ due_on: inDays(5) }, { due_on: inDays(6) }])
      await lookAgain(db, days, today())
      await desk.step('carrier', first!, {
        move: 'broadcast',
        technologies: ['4g'],
        happened_on: '2024-05-06',
      })
      await desk.step('carrier', first!, { move: 'submit' })
      await sendWaitingMails(mails)
      expect(toText(server.received[0]!)).not.toContain(`assignment=${first}\n`)
      expect(toText(server.received[0]!)).toContain(`assignment=${second}`)

      const [third] = await assign([{ due_on: inDays(4) }])
      await lookAgain(db, days, inDays(1))
      await desk.step('carrier', third!, {
        move: 'broadcast',
        technologies: ['4g'],
        happened_on: '2024-05-06',
      })
      await desk.step('carrier', third!, { move: 'submit' })
      await sendWaitingMails(mails)
      expect(server.received).toHaveLength(1)
      expect(await claimAlertMail(days.system)).toBeNull()
    })

    it('go only where the kind is wanted by mail, and to nobody who is locked out', async () => {
      const kinds = [{ kind: 'deadline', channel: 'app' }]
      await choose('carrier', { kinds, email: 'lan@alpha.example', language: 'vi' })
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      await sendWaitingMails(mails)
      expect(server.received).toEqual([])
      expect((await listTold(desk, 'carrier')).alerts).toHaveLength(1)

      await choose('carrier', {
        kinds: [{ kind: 'deadline', channel: 'mail' }],
        email: 'lan@alpha.example',
        language: 'vi',
      })
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      await db.query(`update users set disabled_at = now() where username = 'alpha-tel' returning id`)
      await sendWaitingMails(mails)
      await db.query(`update users set disabled_at = null where username = 'alpha-tel' returning id`)
      expect(server.received).toEqual([])
    })

    it('say of somebody who has become another carrier’s nothing of before', async () => {
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      await db.query(`update users set carrier_code = 'beta-tel' where username = 'alpha-tel' returning id`)
      await sendWaitingMails(mails)
      await db.query(`update users set carrier_code = 'alpha-tel' where username = 'alpha-tel' returning id`)
      expect(server.received).toEqual([])
    })
  })

  describe('as they are sent', () => {
    it('go once a day, also where two servers send at once', async () => {
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      await Promise.all([sendWaitingMails(mails), sendWaitingMails(mails)])
      expect(server.received).toHaveLength(1)
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      await sendWaitingMails(mails)
      expect(server.received).toHaveLength(1)
      // What came later that day is in the next day's.
      await lookAgain(db, days, inDays(1))
      await sendWaitingMails(mails)
      expect(server.received).toHaveLength(2)
      expect(toText(server.received[1]!)).toContain('(1)')
    })

    it.each(['later', 'never'] as const)('are tried again where the server says %s', async (answer) => {
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      server.answer = answer
      await sendWaitingMails(mails)
      expect(server.received).toEqual([])
      expect(lines).toMatchObject([
        { attempts: 1, will_retry: true, reason: expect.stringMatching(/451|550/) as string },
      ])
      expect(JSON.stringify(lines)).not.toContain('@')
      server.answer = 'take'
      // Not at once.
      await sendWaitingMails(mails)
      expect(server.received).toEqual([])
      await wait(`next_at = now()`)
      await sendWaitingMails(mails)
      expect(server.received).toHaveLength(1)
    })

    it('are tried again where there is no server, and given up after a week', async () => {
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      const nowhere = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from })
      await sendWaitingMails({ ...mails, mailer: nowhere })
      expect(lines).toMatchObject([{ will_retry: true }])
      await wait(`next_at = now(), made_at = now() - interval '8 days'`)
      await sendWaitingMails({ ...mails, mailer: nowhere })
      expect(lines.at(-1)).toMatchObject({ will_retry: false })
      expect(await claimAlertMail(days.system)).toBeNull()
      expect((await listTold(desk, 'carrier')).alerts).toHaveLength(1)
    })

    it('are sent by the next server where one was killed, as the same mail', async () => {
      await assign([{ due_on: inDays(5) }])
      await lookAgain(db, days, today())
      // Handed over and killed before it could be written down.
      const send = vi.fn(mails.mailer.send)
      const killed = {
        ...mails,
        mailer: {
          ...mails.mailer,
          send: (mail: Parameters<typeof send>[0]) =>
            send(mail).then(() => Promise.reject(new Error('killed'))),
        },
      }
      await sendWaitingMails(killed)
      await wait(`next_at = now(), claimed_until = now() + interval '1 minute'`)
      await sendWaitingMails(mails)
      expect(server.received).toHaveLength(1)
      await wait(`claimed_until = now() - interval '1 second'`)
      await sendWaitingMails(mails)
      const ids = server.received.map(({ parsed }) => parsed.messageId)
      expect(ids).toHaveLength(2)
      expect(new Set(ids).size).toBe(1)
    })
  })

  it('go out by themselves from a server that listens, which waits for none of them', async () => {
    await assign([{ due_on: inDays(5) }])
    await db.query('delete from alert_days returning on_day')
    const environment = {
      SMTP_URL: server.url,
      MAIL_FROM: 'Bản đồ số <ban-do@map.example>',
      PUBLIC_URL: publicUrl,
      ALERTS_HOUR: '0',
      LOG_LEVEL: 'info',
    }
    const { app } = await openApp({ db, environment })
    await app.listen({ port: 0, host: '127.0.0.1' })
    await expect.poll(() => of('lan@alpha.example').length, { timeout: 20_000 }).toBe(1)
    await app.close()
  })
})
