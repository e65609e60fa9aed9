/** How does a waiting mail go out? Written with its reader's rights of this moment, and sent at least once. */
import type { FastifyBaseLogger } from 'fastify'
import type { Context } from '../context.ts'
import { findAlertAddress } from '../db/alert-choices.ts'
import { claimAlertMail, endMail, noteMailSent, postponeMail, type AlertMail } from '../db/alert-mails.ts'
import { listMailedAlerts } from '../db/alerts.ts'
import { listCarriers } from '../db/carriers.ts'
import { isSampleData } from '../db/data-state.ts'
import { listActiveAccounts, toActor } from '../db/users.ts'
import type { AddressedMail, Mailer } from './mailer.ts'
import { writeMail } from './write-mail.ts'

export interface MailParts extends Pick<Context, 'as' | 'system'> {
  readonly mailer: Mailer
  readonly publicUrl: string
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>
  /** Said between two mails. */
  readonly isStopped: () => boolean
}

/** Until none waits. One that the SMTP server does not take waits for its next attempt. */
export async function sendWaitingMails(parts: MailParts): Promise<void> {
  const { system } = parts
  while (!parts.isStopped()) {
    const mail = await claimAlertMail(system)
    if (mail === null) return
    await sendMail(parts, mail)
  }
}

async function sendMail(parts: MailParts, mail: AlertMail): Promise<void> {
  const { system, mailer, log } = parts
  const addressed = await findMail(parts, mail)
  if (addressed === null) return endMail(system, mail.id)
  const about = { mail: mail.id, user_id: mail.user_id, attempts: mail.attempts }
  try {
    await mailer.send(addressed)
  } catch (error) {
    const will_retry = await postponeMail(system, mail.id)
    return log.warn({ ...about, will_retry, reason: toReason(error) }, 'a mail of alerts was not taken')
  }
  await noteMailSent(system, mail.id)
  log.info(about, 'a mail of alerts was sent')
}

/** Null where there is nobody to send it to, or nothing left to say. */
async function findMail(
  { as, system, publicUrl }: MailParts,
  { id, user_id, on_day }: AlertMail,
): Promise<AddressedMail | null> {
  const account = (await listActiveAccounts(system)).find((one) => one.id === user_id)
  const address = await findAlertAddress(system, user_id)
  if (account === undefined || address === null || address.email === null) return null
  const told = await as(toActor(account)).transaction(async (client) => ({
    alerts: await listMailedAlerts(client, id),
    carriers: await listCarriers(client),
    is_sample: await isSampleData(client),
  }))
  if (told.alerts.length === 0) return null
  const nameOf = new Map(told.carriers.map(({ code, name }) => [code, name]))
  const written = writeMail({
    alerts: told.alerts,
    language: address.language,
    day: on_day,
    publicUrl,
    nameCarrier: account.role === 'carrier' ? null : (code) => nameOf.get(code) ?? code,
    is_sample: told.is_sample,
  })
  const message_id = `<alerts-${id}-${on_day}@${new URL(publicUrl).hostname}>`
  return { ...written, to: address.email, message_id }
}

/** What the SMTP server or the network said, in a word: an answer may repeat addresses. */
function toReason(error: unknown): string {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown }
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown'
}
