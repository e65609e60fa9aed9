/** One's own alerts, and where one wants to be told. */
import type { FastifyInstance } from 'fastify'
import { isEmailAddress } from '../../core/alerts/email-address.ts'
import { isToldOf, listKindsOf } from '../../core/alerts/kinds.ts'
import {
  getAlertChoices,
  listAlerts,
  markAlertsRead,
  putAlertChoices,
  type AlertChoices,
  type NewAlertChoices,
} from '../../core/api/alerts.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Context } from '../context.ts'
import { findAlertAddress, listAlertChannels, writeAlertChoices } from '../db/alert-choices.ts'
import { countUnread, listAlerts as listRows, markAlertsRead as markRows } from '../db/alerts.ts'
import { change } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { addEndpoint } from './add-endpoint.ts'

export function addAlerts(app: FastifyInstance, context: Context): void {
  const { as, system } = context
  addEndpoint(app, listAlerts, async ({ actor, query }) =>
    as(actor).transaction(async (client) => {
      const { alerts, ...page } = await listRows(client, query)
      return { ...page, alerts: [...alerts] }
    }),
  )
  addEndpoint(app, markAlertsRead, async ({ actor, body }) =>
    as(actor).transaction(async (client) => {
      await markRows(client, body)
      return { unread: await countUnread(client) }
    }),
  )
  addEndpoint(app, getAlertChoices, async ({ actor }) =>
    as(actor).transaction((client) => toChoices(context, client, actor)),
  )
  addEndpoint(app, putAlertChoices, async ({ actor, body, request_id }) => {
    const { user_id } = actor
    if (user_id === null) throw new AppError('not_signed_in')
    const wanted = toWanted(body, actor)
    await change(system, async (client) => {
      await writeAlertChoices(client, user_id, wanted)
      // Where to, only its owner reads.
      const after = { kinds: wanted.kinds, language: wanted.language, has_email: wanted.email !== null }
      const entry = { action: 'choose_alerts', noun: 'users', noun_id: String(user_id), after, request_id }
      return { entries: [entry], result: undefined }
    })
    return as(actor).transaction((client) => toChoices(context, client, actor))
  })
}

async function toChoices(
  { config }: Context,
  client: Client,
  { user_id, role }: Actor,
): Promise<AlertChoices> {
  const address = user_id === null ? null : await findAlertAddress(client, user_id)
  return {
    kinds: await listAlertChannels(client, { user_id, kinds: listKindsOf(role) }),
    email: address?.email ?? null,
    language: address?.language ?? 'vi',
    sends_mail: config.mail !== null,
    mails_at_hour: config.alertsHour,
  }
}

function toWanted({ kinds = [], email, language }: NewAlertChoices, { role }: Actor): NewAlertChoices {
  const foreign = kinds.find(({ kind }) => !isToldOf(kind, role))
  if (foreign !== undefined) {
    const expected = listKindsOf(role).join(' | ')
    throw new AppError('value_invalid', { field: 'kinds', value: foreign.kind, expected })
  }
  // Of one kind named twice the last word counts.
  const last = new Map(kinds.map((choice) => [choice.kind, choice]))
  return { kinds: [...last.values()], email: toAddress(email), language }
}

function toAddress(given: string | null): string | null {
  const address = given?.trim() ?? ''
  if (address === '') return null
  if (isEmailAddress(address)) return address
  throw new AppError('value_invalid', { field: 'email', value: address, expected: 'email' })
}
