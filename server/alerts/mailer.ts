/** How does a mail leave the server? To the one address, by the SMTP server that is configured. */
import { createTransport } from 'nodemailer'
import type { MailConfig } from '../config.ts'
import type { WrittenMail } from './write-mail.ts'

/** A server that does not answer holds up only the mails. */
const patience_ms = 10_000

export interface AddressedMail extends WrittenMail {
  readonly to: string
  /** The same for the same mail, so that one sent twice is known for what it is. */
  readonly message_id: string
}

export interface Mailer {
  /** Resolves when the SMTP server has taken it. */
  readonly send: (mail: AddressedMail) => Promise<void>
  readonly close: () => void
}

export function createMailer({ smtpUrl, from }: MailConfig): Mailer {
  const { username, hostname } = new URL(smtpUrl)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const transport = createTransport({
    url: smtpUrl,
    // A password does not go over a line that others can read.
    requireTLS: username !== '' && !isHere,
    connectionTimeout: patience_ms,
    greetingTimeout: patience_ms,
    socketTimeout: 2 * patience_ms,
    // What is said is data: it names no file and no address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, message_id, subject, text, html }) => {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: message_id,
        // Nobody answers it, also no machine.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    },
    close: () => transport.close(),
  }
}
