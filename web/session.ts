/** How does the page learn who is signed in, and what follows from it? */
import type { SessionFacts } from '../core/api/accounts.ts'
import { ApiProblem, call, listenToRefusals, setCsrfToken } from './api.ts'
import { reloadLayers } from './load-layers.ts'
import {
  isOtherReader,
  isSignedIn,
  keptSessionKey,
  withExpiredSession,
  withSession,
} from './state/session-slice.ts'
import { useApp } from './state/store.ts'

let reopen: () => void = () => undefined

/** Called once, beside the opening map and never before it. */
export function followSession(open: () => Promise<void>): void {
  reopen = () => void open()
  listenToRefusals(noteRefusal)
  void lookAtSession()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookAtSession()
  })
  window.addEventListener('online', () => void lookAtSession())
}

/** Asks who is signed in. A server that does not answer leaves things as they are: the map says that it is away. */
export async function lookAtSession(): Promise<void> {
  try {
    const facts = await askSession()
    const isGone = facts.role === 'anonymous' && isSignedIn(useApp.getState())
    setCsrfToken(facts.csrf_token, facts.user_id)
    if (isGone) useApp.setState(withExpiredSession)
    else await takeSession(facts)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    if (useApp.getState().session === null && hasKept()) await openKept(error)
  }
}

async function askSession(): Promise<SessionFacts> {
  const facts = await call('getSession')
  return hasKept() ? (await loadKept()).settleKept(facts, 'cookie') : facts
}

/** Most people keep nothing here, and fetch nothing for it. */
function hasKept(): boolean {
  try {
    return window.localStorage.getItem(keptSessionKey) !== null
  } catch {
    return false
  }
}

const loadKept = () => import('./outbox/kept-session.ts')

/** The network is away: the page opens for whoever worked here last. */
async function openKept(problem: ApiProblem): Promise<void> {
  const { findKeptSession, isNetworkAway } = await loadKept()
  const session = isNetworkAway(problem) ? findKeptSession() : null
  if (session === null) return
  setCsrfToken('', session.user_id)
  useApp.setState((state) => ({
    ...withSession(state, session),
    // Nothing else opens without the network.
    ...(state.page === 'map' ? { page: 'assigned' } : {}),
  }))
}

/** Without a password only a demo account of the sample is entered. */
export async function signIn(body: {
  readonly username: string
  readonly password?: string
}): Promise<SessionFacts> {
  const facts = await call('signIn', { body })
  if (hasKept()) await (await loadKept()).settleKept(facts, 'sign-in')
  await takeSession(facts)
  return facts
}

/** Whoever signs out leaves nothing of what only they may see. */
export async function signOut(
  options: { readonly everywhere: boolean } = { everywhere: false },
): Promise<void> {
  try {
    await leave(options)
  } catch (error) {
    const { session } = useApp.getState()
    if (session === null || !hasKept()) throw error
    const { isNetworkAway, leaveWithoutNetwork } = await loadKept()
    if (!isNetworkAway(error)) throw error
    const facts = await leaveWithoutNetwork(session)
    useApp.setState((state) => withSession(state, facts))
  }
}

async function leave(options: { readonly everywhere: boolean }): Promise<void> {
  const { provider_url } = await call('signOut', { body: options.everywhere ? { everywhere: true } : {} })
  if (hasKept()) await (await loadKept()).forgetKept()
  // The identity provider would let the next person at this machine in again unasked; it sends the browser back here.
  if (provider_url !== null) return window.location.assign(provider_url)
  await goOnAsVisitor()
}

/** The token and the other sessions change with the password; who had to choose one first gets everything now. */
export async function changePassword(body: {
  readonly current: string
  readonly next: string
}): Promise<void> {
  await call('changePassword', { body })
  await takeSession(await askSession())
}

/** What is left after signing out, or when an ended session is not taken up again. */
export async function goOnAsVisitor(): Promise<void> {
  await takeSession(await askSession())
}

/** From here on the page asks in the name of the session; what another reader saw is fetched again. */
async function takeSession(facts: SessionFacts): Promise<void> {
  const before = useApp.getState().session
  setCsrfToken(facts.csrf_token, facts.user_id)
  useApp.setState((state) => withSession(state, facts))
  // The page had opened without the network: now the map can be drawn too.
  if (before?.csrf_token === '') return reopen()
  if (before === null || facts.must_change_password || !isOtherReader(before, facts)) return
  // Whoever had to choose a password first could not open the map.
  if (useApp.getState().opening_problem?.code === 'password_change_required') reopen()
  else await reloadGuarded()
}

/** What is not the same for everybody. */
async function reloadGuarded(): Promise<void> {
  await reloadLayers(['sites', 'generator-sites'])
}

function noteRefusal({ code }: ApiProblem): void {
  if (code === 'not_signed_in') useApp.setState(withExpiredSession)
  if (code === 'password_change_required') void lookAtSession()
}
