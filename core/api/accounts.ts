/** Who is signed in, how does one get in and out, and who has an account? */
import { Type } from 'typebox'
import { unitSets } from '../coverage/question.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { accountRoles, publicSitesModes, roles } from '../permissions.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { carrierCode, unitCode } from './parameters.ts'
import { paths } from './paths.ts'

const unit = Type.Object({ unit_set: toEnum(unitSets), code: unitCode }, { additionalProperties: false })
const username = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$', examples: ['lan.nguyen'] })
const displayName = Type.String({ minLength: 1, maxLength: 100 })
/** Longer ones would only make hashing slow. */
const password = Type.String({ minLength: 1, maxLength: 200 })
const nothing = Type.Object({})
const done = { response: nothing, example: {} } as const

const sessionFacts = Type.Object({
  role: toEnum(roles),
  user_id: toNullable(Type.Integer()),
  username: toNullable(Type.String()),
  display_name: toNullable(Type.String()),
  carrier_code: toNullable(Type.String()),
  units: Type.Array(unit),
  must_change_password: Type.Boolean(),
  csrf_token: Type.String({ description: 'sent back as the header x-csrf-token with every writing request' }),
  sign_in: toEnum(['password', 'provider'] as const),
  provider_name: toNullable(Type.String()),
  demo_accounts: Type.Array(
    Type.Object({ username: Type.String(), display_name: Type.String(), role: toEnum(accountRoles) }),
    { description: 'in sample mode only: entered without a password' },
  ),
  public_sites: toEnum(publicSitesModes),
})

const exampleSession = {
  role: 'staff',
  user_id: 3,
  username: 'can-bo',
  display_name: 'Cán bộ Sở',
  carrier_code: null,
  units: [],
  must_change_password: false,
  csrf_token: 'b1c2',
  sign_in: 'password',
  provider_name: null,
  demo_accounts: [],
  public_sites: 'full',
}

export const getSession = defineEndpoint({
  method: 'GET',
  path: paths.getSession,
  tag: 'accounts',
  summary: 'Who asks, and the token for writing requests',
  description: 'Answers for everybody; an anonymous visitor needs the token to sign in.',
  example: exampleSession,
  response: sessionFacts,
})

export const signIn = defineEndpoint({
  method: 'POST',
  path: paths.signIn,
  tag: 'accounts',
  summary: 'Sign in with user name and password, or enter a demo account of the sample',
  description:
    '401 `sign_in_failed` whether the name or the password is wrong; 429 `sign_in_delayed` with `retry_after_s` after repeated ' +
    'failures. The session gets a new id; the token changes with it.',
  example: exampleSession,
  body: Type.Object(
    {
      username: Type.String({ minLength: 1, maxLength: 100 }),
      password: Type.Optional(password),
    },
    { additionalProperties: false },
  ),
  response: sessionFacts,
})

export const signOut = defineEndpoint({
  method: 'POST',
  path: paths.signOut,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'Sign out here, or everywhere',
  description:
    '`everywhere` ends every session of the account. `provider_url` is where the browser is signed out at the identity provider too; null where there is no such page.',
  example: { provider_url: null },
  body: Type.Object({ everywhere: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
  response: Type.Object({ provider_url: toNullable(Type.String()) }),
})

export const changePassword = defineEndpoint({
  method: 'POST',
  path: paths.changePassword,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'Change one’s own password',
  description:
    'Ends every other session of the account. 422 `password_unfit` with `expected` for one too short, too common or like the name.',
  body: Type.Object({ current: password, next: password }, { additionalProperties: false }),
  ...done,
})

const sessionItem = Type.Object({
  id: Type.String(),
  user_agent: toNullable(Type.String()),
  created_at: Type.String(),
  last_seen_at: Type.String(),
  is_this_one: Type.Boolean(),
})

export const listSessions = defineEndpoint({
  method: 'GET',
  path: paths.listSessions,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'One’s own sessions',
  description: 'The one seen last comes first.',
  example: {
    sessions: [
      {
        id: '6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11',
        user_agent: 'Firefox',
        created_at: '2026-11-24T01:00:00Z',
        last_seen_at: '2026-11-24T02:00:00Z',
        is_this_one: true,
      },
    ],
  },
  response: Type.Object({ sessions: Type.Array(sessionItem) }),
})

export const endSession = defineEndpoint({
  method: 'DELETE',
  path: paths.endSession,
  tag: 'accounts',
  access: 'signed-in',
  summary: 'End one of one’s own sessions',
  description: '404 `session_not_found` also for a session of somebody else.',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  ...done,
})

const userFields = {
  username,
  display_name: displayName,
  role: toEnum(accountRoles),
  carrier_code: Type.Optional(toNullable(carrierCode)),
  units: Type.Optional(Type.Array(unit, { maxItems: 50 })),
}

const user = Type.Object({
  id: Type.Integer(),
  username: Type.String(),
  display_name: Type.String(),
  role: toEnum(accountRoles),
  carrier_code: toNullable(Type.String()),
  units: Type.Array(unit),
  must_change_password: Type.Boolean(),
  is_disabled: Type.Boolean(),
  is_demo: Type.Boolean(),
  signs_in_by: toEnum(['password', 'provider'] as const),
  created_at: Type.String(),
  last_seen_at: toNullable(Type.String()),
  version: Type.Integer(),
})

const exampleUser = {
  id: 7,
  username: 'lan.nguyen',
  display_name: 'Nguyễn Thị Lan',
  role: 'carrier',
  carrier_code: 'alpha',
  units: [],
  must_change_password: true,
  is_disabled: false,
  is_demo: false,
  signs_in_by: 'password',
  created_at: '2026-11-24T01:00:00Z',
  last_seen_at: null,
  version: 1,
}

const userId = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })

export const listUsers = defineEndpoint({
  method: 'GET',
  path: paths.listUsers,
  tag: 'accounts',
  access: ['admin'],
  summary: 'Every account',
  description: 'By user name.',
  example: { users: [exampleUser] },
  response: Type.Object({ users: Type.Array(user) }),
})

const withInitialPassword = Type.Object({
  user,
  initial_password: toNullable(
    Type.String({ description: 'shown once; it must be changed at the first sign-in' }),
  ),
})

export const createUser = defineEndpoint({
  method: 'POST',
  path: paths.createUser,
  tag: 'accounts',
  access: ['admin'],
  summary: 'Add an account',
  description:
    'A carrier’s account names its carrier, a local one its units. `subject` binds it to the configured provider instead of a password.',
  example: { user: exampleUser, initial_password: 'xanh-ruong-bac-thang' },
  body: Type.Object(
    { ...userFields, subject: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })) },
    { additionalProperties: false },
  ),
  response: withInitialPassword,
})

export const updateUser = defineEndpoint({
  method: 'PATCH',
  path: paths.updateUser,
  tag: 'accounts',
  access: ['admin'],
  needsVersion: true,
  summary: 'Change, disable or enable an account',
  description:
    'Disabling, or a change of role, carrier or units, ends its sessions. 409 `last_admin` for the last enabled one.',
  example: { user: exampleUser },
  params: userId,
  body: Type.Object(
    {
      display_name: Type.Optional(displayName),
      role: Type.Optional(toEnum(accountRoles)),
      carrier_code: Type.Optional(toNullable(carrierCode)),
      units: Type.Optional(Type.Array(unit, { maxItems: 50 })),
      is_disabled: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ user }),
})

export const resetPassword = defineEndpoint({
  method: 'POST',
  path: paths.resetPassword,
  tag: 'accounts',
  access: ['admin'],
  summary: 'Give an account a new initial password',
  description: 'Ends its sessions; the new password must be changed at the first sign-in.',
  example: { user: exampleUser, initial_password: 'xanh-ruong-bac-thang' },
  params: userId,
  body: Type.Object({}, { additionalProperties: false }),
  response: withInitialPassword,
})

export type SessionFacts = ResponseOf<typeof getSession>
export type UserRecord = ResponseOf<typeof updateUser>['user']
