/** Where are sessions kept? In the database, so that every server knows them and one statement ends them. */
import type { FastifySessionOptions } from '@fastify/session'
import type { Session } from 'fastify'
import type { Context } from '../context.ts'
import { endSession, findSession, keepSession } from '../db/sessions.ts'

type Store = NonNullable<FastifySessionOptions['store']>

export function createSessionStore({ db, system }: Pick<Context, 'db' | 'system'>): Store {
  return {
    get: (id, answer) => {
      findSession({ db, system }, id).then(
        (kept) => {
          if (kept === null) return answer(null, null)
          const { data, account } = kept
          return answer(null, hideAccount({ ...data } as unknown as Session, account))
        },
        (error: unknown) => answer(error),
      )
    },
    set: (id, session, answer) => {
      const { user_id = null, user_agent = null, flow } = session
      // What the account is, the next request reads anew.
      keepSession(system, {
        id,
        user_id,
        data: { user_id, user_agent, cookie: session.cookie, ...(flow === undefined ? {} : { flow }) },
        user_agent,
      }).then(
        () => answer(),
        (error: unknown) => answer(error),
      )
    },
    destroy: (id, answer) => {
      endSession(system, id).then(
        () => answer(),
        (error: unknown) => answer(error),
      )
    },
  }
}

function hideAccount(session: Session, account: Session['account'] | null): Session {
  if (account != null) session.account = account
  return session
}
