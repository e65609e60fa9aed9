/** A real SMTP server on this machine, which keeps what it is given: no mock of the library that sends. */
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { findFreePort } from './free-port.ts'

export interface ReceivedMail {
  /** Of the envelope: whom it went to. */
  readonly to: readonly string[]
  readonly raw: string
  readonly parsed: ParsedMail
}

export interface MailServer {
  readonly url: string
  readonly received: ReceivedMail[]
  /** Refuses every mail for now, or for good, or takes them again. */
  answer: 'take' | 'later' | 'never'
  readonly close: () => Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const port = await findFreePort()
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (mails.answer === 'take') return done()
      const refusal = new Error('not now')
      done(Object.assign(refusal, { responseCode: mails.answer === 'later' ? 451 : 550 }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts)
        void simpleParser(raw).then((parsed) => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push({ to, raw: raw.toString('utf8'), parsed })
          done()
        }, done)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const mails: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: 'take',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mails
}
