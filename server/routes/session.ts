/** Who is signed in, how does one get in and out, and what of one's own account can one change? */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  changePassword,
  endSession,
  getSession,
  listSessions,
  signIn,
  signOut,
  type SessionFacts,
} from '../../core/api/accounts.ts'
import { AppError } from '../../core/errors.ts'
import { beginConfirmation } from '../accounts/attempts.ts'
import { hashPassword, isPassword, requireFitPassword } from '../accounts/passwords.ts'
import { signIn as checkSignIn } from '../accounts/sign-in.ts'
import type { Context } from '../context.ts'
import { endOwnSession, endSessionsOf, listSessionsOf } from '../db/sessions.ts'
import { change } from '../db/change.ts'
import { isSampleData } from '../db/data-state.ts'
import {
  clearPasswordDemand,
  findAccount,
  findPasswordHash,
  listDemoAccounts,
  setPasswordHash,
  type Account,
} from '../db/users.ts'
import { createCsrfToken } from '../plugins/csrf.ts'
import { startSession } from '../plugins/sessions.ts'
import { addEndpoint } from './add-endpoint.ts'
import { requireAccount } from './require-account.ts'

export function addSession(app: FastifyInstance, context: Context): void {
  const { system } = context
  addEndpoint(app, getSession, (_, request, reply) => toFacts(context, request, reply))
  addEndpoint(app, signIn, async ({ body }, request, reply) => {
    const account = await requireSignIn(context, request, body)
    await startSession(request, account)
    return toFacts(context, request, reply)
  })
  addEndpoint(app, signOut, async ({ body }, request) => {
    const { id } = requireAccount(request)
    if (body.everywhere === true) await endSessionsOf(system, id)
    await request.session.destroy()
    return { provider_url: (await context.provider?.findEnd()) ?? null }
  })
  addEndpoint(app, changePassword, async ({ body, request_id }, request) => {
    const account = requireAccount(request)
    const { succeed } = await beginConfirmation(system, account.id)
    const known = await findPasswordHash(system, account.id)
    if (!(await isPassword(body.current, known))) throw new AppError('sign_in_failed', { field: 'current' })
    await succeed()
    requireFitPassword(body.next, account.username)
    const hash = await hashPassword(body.next)
    await change(system, async (client) => {
      await setPasswordHash(client, account.id, hash)
      await clearPasswordDemand(client, account.id)
      await endSessionsOf(client, account.id, request.session.sessionId)
      const entry = { action: 'change_password', noun: 'users', noun_id: String(account.id), request_id }
      return { result: undefined, entries: [entry] }
    })
    return {}
  })
  addEndpoint(app, listSessions, async (_, request) => ({
    sessions: await listSessionsOf(system, requireAccount(request).id, request.session.sessionId),
  }))
  addEndpoint(app, endSession, async ({ params }, request) => {
    const ended = await endOwnSession(system, requireAccount(request).id, params.id)
    if (!ended) throw new AppError('session_not_found', { value: params.id })
    return {}
  })
}

/** A demo account of the sample is entered without a password; every other needs one. */
async function requireSignIn(
  { system, config }: Context,
  request: FastifyRequest,
  { username, password }: { readonly username: string; readonly password?: string },
): Promise<Account> {
  // Where a provider says who people are, nobody comes in past it.
  if (config.oidc !== null) throw new AppError('not_allowed', { role: null })
  if (password !== undefined) return checkSignIn(system, { username, password, address: request.ip })
  const account = await findAccount(system, username)
  const isOpen = account?.is_demo === true && !account.is_disabled && (await isSampleData(system))
  if (!isOpen) throw new AppError('sign_in_failed')
  return account
}

async function toFacts(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SessionFacts> {
  const { system, config } = context
  const { account } = request
  const hasDemo = config.oidc === null && (await isSampleData(system))
  // What stands here belongs to one browser.
  void reply.header('cache-control', 'no-store')
  return {
    role: account?.role ?? 'anonymous',
    user_id: account?.id ?? null,
    username: account?.username ?? null,
    display_name: account?.display_name ?? null,
    carrier_code: account?.carrier_code ?? null,
    units: [...(account?.units ?? [])],
    must_change_password: account?.must_change_password ?? false,
    csrf_token: createCsrfToken(request, reply),
    sign_in: config.oidc === null ? 'password' : 'provider',
    provider_name: config.oidc?.name ?? null,
    demo_accounts: hasDemo ? await listDemoAccounts(system) : [],
    public_sites: await context.getPublicSites(),
  }
}
