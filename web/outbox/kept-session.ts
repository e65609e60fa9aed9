/**
 * Who works on this machine, when the network is away? The facts of the session that the server told last, without its token:
 * they open the page, and no request is made by them. Dropped when somebody else is told of, or nobody.
 */
import type { SessionFacts } from '../../core/api/accounts.ts'
import { ApiProblem, call } from '../api.ts'
import { keptSessionKey } from '../state/session-slice.ts'
import { forgetKeptLists } from './kept-list.ts'

interface Kept {
  readonly facts: SessionFacts
  /** Signed out while the network was away: the server has still to hear of it. */
  readonly is_left: boolean
}

/** Only who reports by themselves works without the network. */
export function keepSession(facts: SessionFacts): void {
  if (facts.role !== 'carrier' || facts.must_change_password) return
  write({ facts: { ...facts, csrf_token: '' }, is_left: false })
}

/** Null where nobody was signed in, or has signed out since. */
export function findKeptSession(): SessionFacts | null {
  const kept = read()
  return kept === null || kept.is_left ? null : kept.facts
}

/** What the server tells now, compared with what is kept. @returns the facts that hold after that */
export async function settleKept(facts: SessionFacts, by: 'cookie' | 'sign-in'): Promise<SessionFacts> {
  const kept = read()
  if (kept === null) return facts
  if (facts.user_id !== kept.facts.user_id) {
    await forgetKept()
    return facts
  }
  if (!kept.is_left || by === 'sign-in') {
    keepSession(facts)
    return facts
  }
  // A session that its owner has left is ended before anything else is asked in its name.
  await call('signOut', { body: {} })
  await forgetKept()
  return call('getSession')
}

/** Whoever signs out leaves nothing here but what is still to be sent. */
export async function forgetKept(): Promise<void> {
  window.localStorage.removeItem(keptSessionKey)
  // Where no database can be opened there is no list in it.
  await forgetKeptLists().catch(() => undefined)
}

/** Signs out where the server cannot be told now. @returns what the page goes on as */
export async function leaveWithoutNetwork(facts: SessionFacts): Promise<SessionFacts> {
  await forgetKeptLists().catch(() => undefined)
  write({ facts: { ...facts, csrf_token: '' }, is_left: true })
  const nobody = { user_id: null, username: null, display_name: null, carrier_code: null, units: [] }
  return { ...facts, ...nobody, role: 'anonymous', csrf_token: '' }
}

export function isNetworkAway(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && (error.code === 'network' || error.code === 'timeout')
}

function read(): Kept | null {
  try {
    const text = window.localStorage.getItem(keptSessionKey)
    return text === null ? null : (JSON.parse(text) as Kept)
  } catch {
    return null
  }
}

function write(kept: Kept): void {
  try {
    window.localStorage.setItem(keptSessionKey, JSON.stringify(kept))
  } catch {
    // Where nothing may be kept, the page opens with the network only.
  }
}
