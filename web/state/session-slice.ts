/** Who is signed in here, and has the session ended under way? */
import type { SessionFacts } from '../../core/api/accounts.ts'
import { readRights, type Role } from '../../core/permissions.ts'

export interface SessionState {
  /** Null until the server has told. */
  readonly session: SessionFacts | null
  /** `expired`: the server no longer knows the session, while the page still shows what was being done in it. */
  readonly session_end: 'none' | 'expired'
  /** Counts up whenever what was fetched may read otherwise now: open records are then fetched again. */
  readonly refresh_count: number
  /** Why the identity provider's answer did not let somebody in: a code of core/errors.ts, as the address says it. */
  readonly sign_in_problem: string | null
}

/** Under which the browser keeps who worked on this machine last (`web/outbox/kept-session.ts`). */
export const keptSessionKey = 'kept-session'

export const openingSession: SessionState = {
  session: null,
  session_end: 'none',
  refresh_count: 0,
  sign_in_problem: null,
}

type Holder = Pick<SessionState, 'session'>

/** Until the server has told, nobody is more than a visitor. */
export function getRole({ session }: Holder): Role {
  return session?.role ?? 'anonymous'
}

export function isSignedIn(state: Holder): boolean {
  return getRole(state) !== 'anonymous'
}

/** Whether sites are shown as every visitor sees them, which PUBLIC_SITES decides. */
export function isShownPublicly(state: Holder): boolean {
  return readRights.sites.public[getRole(state)] === 'public'
}

/** What the server tells of the session; one that was expired goes on with it. */
export function withSession(state: SessionState, session: SessionFacts): Partial<SessionState> {
  const isOther = isOtherReader(state.session, session)
  return {
    session,
    session_end: 'none',
    ...(session.role === 'anonymous' ? {} : { sign_in_problem: null }),
    ...(isOther ? { refresh_count: state.refresh_count + 1 } : {}),
  }
}

/**
 * The server answers as it does a visitor, though somebody is signed in on the page. Nothing is taken off the screen: what
 * is being done stays until its owner is back or gives it up.
 */
export function withExpiredSession(state: SessionState): Partial<SessionState> {
  return isSignedIn(state) ? { session_end: 'expired' } : {}
}

/** Whether another person reads from now on, to whom other rows and fields may be told. */
export function isOtherReader(before: SessionFacts | null, after: SessionFacts): boolean {
  if (before === null) return after.role !== 'anonymous'
  return before.user_id !== after.user_id || toRights(before) !== toRights(after)
}

function toRights({ role, carrier_code, units, must_change_password }: SessionFacts): string {
  return JSON.stringify([role, carrier_code, units, must_change_password])
}
