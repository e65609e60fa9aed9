/** Accounts, as administrators keep them. */
import type { FastifyInstance } from 'fastify'
import { createUser, listUsers, resetPassword, updateUser, type UserRecord } from '../../core/api/accounts.ts'
import { AppError } from '../../core/errors.ts'
import { hashPassword } from '../accounts/passwords.ts'
import { createInitialPassword } from '../accounts/initial-password.ts'
import type { Context } from '../context.ts'
import { withSystem, type ActingDatabase } from '../db/act-as.ts'
import { change } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { endSessionsOf } from '../db/sessions.ts'
import { listUserRecords } from '../db/user-records.ts'
import { setPasswordHash } from '../db/users.ts'
import {
  createUser as writeUser,
  demandNewPassword,
  isOtherAccess,
  type ChangedUser,
  updateUser as rewriteUser,
} from '../db/write-users.ts'
import { addEndpoint } from './add-endpoint.ts'

export function addUsers(app: FastifyInstance, context: Context): void {
  const { as, config } = context
  addEndpoint(app, listUsers, async ({ actor }) => ({ users: await listUserRecords(as(actor)) }))
  addEndpoint(app, createUser, async ({ actor, body, request_id }) => {
    const { subject, ...user } = body
    const issuer = config.oidc?.issuer
    if (subject !== undefined && issuer === undefined) {
      throw new AppError('value_invalid', { field: 'subject', value: subject, expected: 'provider' })
    }
    const identity = subject === undefined || issuer === undefined ? undefined : { issuer, subject }
    const make = (client: Client) =>
      writeUser(client, { ...user, ...(identity === undefined ? {} : { identity }) })
    const db = as(actor)
    return identity === undefined
      ? withInitialPassword(db, make, request_id)
      : { user: await save(db, make, request_id), initial_password: null }
  })
  addEndpoint(app, updateUser, async ({ actor, params, version, body, request_id }) => {
    const db = as(actor)
    const user = await save(
      db,
      async (client) => {
        const [before] = (await listUserRecords(client)).filter(({ id }) => id === params.id)
        const changed = await rewriteUser(client, { id: params.id, version, changes: body })
        if (before !== undefined && isOtherAccess(before, changed.result)) {
          await withSystem(client, db.actor, () => endSessionsOf(client, params.id))
        }
        return changed
      },
      request_id,
    )
    return { user }
  })
  addEndpoint(app, resetPassword, ({ actor, params, request_id }) =>
    withInitialPassword(as(actor), (client) => demandNewPassword(client, params.id), request_id),
  )
}

function save(
  db: ActingDatabase,
  work: (client: Client) => Promise<ChangedUser>,
  request_id: string,
): Promise<UserRecord> {
  return change(db, async (client) => {
    const { result, entries } = await work(client)
    return { result, entries: entries.map((entry) => ({ ...entry, request_id })) }
  })
}

/** A password that is shown once; whoever was signed in with the old one is out. */
async function withInitialPassword(
  db: ActingDatabase,
  work: (client: Client) => Promise<ChangedUser>,
  request_id: string,
): Promise<{ user: UserRecord; initial_password: string }> {
  const initial_password = createInitialPassword()
  const hash = await hashPassword(initial_password)
  const user = await save(
    db,
    async (client) => {
      const changed = await work(client)
      const { id } = changed.result
      await withSystem(client, db.actor, async () => {
        await setPasswordHash(client, id, hash)
        await endSessionsOf(client, id)
      })
      return changed
    },
    request_id,
  )
  return { user, initial_password }
}
