/** Who asks? The session of the request says it; nobody's session says: everybody. */
import cookie from '@fastify/cookie'
import session from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../core/errors.ts'
import { paths } from '../../core/api/paths.ts'
import { anonymous, type Actor } from '../../core/permissions.ts'
import type { Context } from '../context.ts'
import type { ProviderFlow } from '../accounts/provider.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { removeOldNetworks } from '../db/known-networks.ts'
import { getSecret } from '../db/secrets.ts'
import { removeExpiredSessions, sessionLongest_d } from '../db/sessions.ts'
import { removeOldAttempts } from '../db/sign-in-failures.ts'
import { toActor, type Account } from '../db/users.ts'
import { createSessionStore } from './session-store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** In whose name the database is asked. */
    actor: Actor
    /** Of whoever is signed in. */
    account: Account | null
  }
  interface Session {
    user_id?: number
    user_agent?: string
    /** Of somebody who is away at the identity provider. */
    flow?: ProviderFlow
    /** As the store read it; never stored. */
    account?: Account
  }
}

export const sessionCookie = 'map_session'

const day_ms = 86_400_000
const cleaning_ms = 3_600_000

/** What remains open to somebody who has to choose a password first. */
const openBeforeChange: ReadonlySet<string> = new Set([paths.getSession, paths.signOut, paths.changePassword])

export async function addSessions(
  app: FastifyInstance,
  { db, system }: Pick<Context, 'db' | 'system'>,
): Promise<void> {
  await app.register(cookie)
  await app.register(session, {
    secret: await getSecret(system, 'sessions'),
    cookieName: sessionCookie,
    store: createSessionStore({ db, system }),
    // A visitor who does not sign in gets no session.
    saveUninitialized: false,
    rolling: false,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: sessionLongest_d * day_ms },
  })
  app.decorateRequest('actor')
  app.decorateRequest('account', null)
  app.addHook('onRequest', async (request) => {
    const account = request.session.account ?? null
    request.account = account
    request.actor = account === null ? anonymous : toActor(account)
    const { url = '' } = request.routeOptions
    if (account?.must_change_password === true && url.startsWith('/api/') && !openBeforeChange.has(url)) {
      throw new AppError('password_change_required')
    }
  })
  const cleaning = setInterval(
    () => void removeWhatHasEnded(system).catch(() => undefined),
    cleaning_ms,
  ).unref()
  app.addHook('onClose', async () => clearInterval(cleaning))
}

async function removeWhatHasEnded(system: ActingDatabase): Promise<void> {
  await removeExpiredSessions(system)
  await removeOldAttempts(system)
  await removeOldNetworks(system)
}

/** From here on this browser is that account. The session gets a new id: whoever knew the old one knows nothing. */
export async function startSession(request: FastifyRequest, account: Account): Promise<void> {
  request.session.user_id = account.id
  request.session.user_agent = (request.headers['user-agent'] ?? '').slice(0, 300)
  await request.session.regenerate(['user_id', 'user_agent'])
  request.account = account
}
