/** What am I told of, and where do I want to be told? One's own alerts, and one's choices. */
import { Type } from 'typebox'
import { alertChannels, alertKindNames, milestones } from '../alerts/kinds.ts'
import { challengeStates } from '../challenges/lifecycle.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { powerSources, technologies } from '../inventory/sites.ts'
import { defineEndpoint, type BodyOf, type QueryOf, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

const alertId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

const alert = Type.Object({
  id: Type.Integer(),
  kind: toEnum(alertKindNames),
  milestone: toNullable(toEnum(milestones)),
  days: toNullable(
    Type.Integer({ description: 'days before `due_on` from which one is told; 0: it is past' }),
  ),
  due_on: toNullable(Type.String()),
  made_at: Type.String(),
  read_at: toNullable(Type.String()),
  is_settled: Type.Boolean({ description: 'it has been dealt with since, or its day has moved' }),
  carrier_code: Type.String(),
  assignment_id: toNullable(Type.Integer()),
  challenge_id: toNullable(Type.Integer()),
  challenge_state: toNullable(toEnum(challengeStates)),
  village_id: toNullable(Type.Integer()),
  village_name: toNullable(Type.String()),
  commune_name: toNullable(Type.String()),
  reason: toNullable(Type.String({ description: 'why it was returned or reopened' })),
  site_id: toNullable(Type.Integer()),
  site_name: toNullable(Type.String()),
  technology: toNullable(toEnum(technologies)),
  power_source: toNullable(toEnum(powerSources)),
})

const exampleAlert = {
  id: 31,
  kind: 'returned',
  milestone: null,
  days: null,
  due_on: null,
  made_at: '2026-11-24T01:00:00Z',
  read_at: null,
  is_settled: false,
  carrier_code: 'alpha',
  assignment_id: 12,
  challenge_id: null,
  challenge_state: null,
  village_id: 3,
  village_name: 'Ẳng Lo 1',
  commune_name: 'Ẳng Lo',
  reason: 'chưa có ảnh cột',
  site_id: null,
  site_name: null,
  technology: null,
  power_source: null,
}

export const listAlerts = defineEndpoint({
  method: 'GET',
  path: paths.listAlerts,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'One’s own alerts',
  description:
    'The latest first, `limit` (20) at a time; `before_id` continues after the last one. What an alert says is read with the ' +
    'rights that the reader has now: one that concerns what the reader may not see any more is left out.',
  example: { unread: 1, has_more: false, alerts: [exampleAlert] },
  query: Type.Object(
    {
      before_id: Type.Optional(alertId),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    unread: Type.Integer(),
    has_more: Type.Boolean(),
    alerts: Type.Array(alert),
  }),
})

export const markAlertsRead = defineEndpoint({
  method: 'POST',
  path: paths.markAlertsRead,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'Mark one’s own alerts as read',
  description: 'Those named in `ids`, or all up to and with `until_id`. Others’ are passed over.',
  example: { unread: 0 },
  body: Type.Object(
    {
      ids: Type.Optional(Type.Array(alertId, { maxItems: 200 })),
      until_id: Type.Optional(alertId),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ unread: Type.Integer() }),
})

const channel = toEnum(alertChannels)
const language = toEnum(['vi', 'en'] as const)

const choices = Type.Object({
  kinds: Type.Array(Type.Object({ kind: toEnum(alertKindNames), channel })),
  email: toNullable(Type.String()),
  language,
  sends_mail: Type.Boolean({ description: 'whether this server sends mail at all' }),
  mails_at_hour: Type.Integer({ description: 'of the day in Việt Nam' }),
})

const exampleChoices = {
  kinds: [{ kind: 'returned', channel: 'mail' }],
  email: 'lan.nguyen@example.vn',
  language: 'vi',
  sends_mail: true,
  mails_at_hour: 7,
}

export const getAlertChoices = defineEndpoint({
  method: 'GET',
  path: paths.getAlertChoices,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'Where one is told of which kind of alert',
  description: 'The kinds of the reader’s role. `mail`: in the application and in the daily mail.',
  example: exampleChoices,
  response: choices,
})

export const putAlertChoices = defineEndpoint({
  method: 'PUT',
  path: paths.putAlertChoices,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'Choose where to be told, and the address of the daily mail',
  description:
    'Kinds that are not named stay as they are. `email` null: no mail. Refused with `value_invalid`: an address that is none, ' +
    'a kind that the role is never told of.',
  example: exampleChoices,
  body: Type.Object(
    {
      kinds: Type.Optional(
        Type.Array(Type.Object({ kind: toEnum(alertKindNames), channel }, { additionalProperties: false }), {
          maxItems: alertKindNames.length,
        }),
      ),
      email: toNullable(Type.String({ maxLength: 254 })),
      language,
    },
    { additionalProperties: false },
  ),
  response: choices,
})

export type AlertRecord = ResponseOf<typeof listAlerts>['alerts'][number]
export type AlertsQuery = QueryOf<typeof listAlerts>
export type AlertMarks = BodyOf<typeof markAlertsRead>
export type AlertChoices = ResponseOf<typeof getAlertChoices>
export type NewAlertChoices = BodyOf<typeof putAlertChoices>
