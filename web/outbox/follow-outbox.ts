/** When is it sent? When it is written, when the line or the reader comes back, and every now and then in between. */
import type { SessionFacts } from '../../core/api/accounts.ts'
import { call } from '../api.ts'
import { sendFile } from '../send-file.ts'
import { lookAtSession } from '../session.ts'
import type { SessionState } from '../state/session-slice.ts'
import { useApp } from '../state/store.ts'
import { keepSession } from './kept-session.ts'
import { readUnsent } from './outbox.ts'
import { emptyOutbox, useOutbox } from './outbox-view.ts'
import { sendUnsent, type Senders } from './send-unsent.ts'
import { toPause_ms } from './unsent.ts'

export const senders: Senders = {
  isAuthor: async (user_id) => {
    await lookAtSession()
    const { session, session_end } = useApp.getState()
    return session_end === 'none' && session?.user_id === user_id
  },
  sendReport: async ({ assignment_id, step, version, key }) => {
    await call('moveAssignment', { params: { id: assignment_id }, body: { ...step, key }, version })
    lookAgain()
  },
  sendFile: async ({ key, assignment_id, kind, content, file_name }, onProgress) => {
    const file = { noun: 'assignments', nounId: assignment_id, kind, file: content, name: file_name } as const
    await sendFile({ key, ...file, onProgress })
    lookAgain()
  },
}

function lookAgain(): void {
  useApp.setState(({ refresh_count }) => ({ refresh_count: refresh_count + 1 }))
}

let isFollowing = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Once there is somebody who reports; again, it does nothing. */
export function followOutbox(): void {
  if (isFollowing) return
  isFollowing = true
  window.addEventListener('online', startAnew)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') startAnew()
  })
  useApp.subscribe((state, before) => {
    if (toReader(state) !== toReader(before)) follow(state.session)
  })
  follow(useApp.getState().session)
  registerWorker()
}

/** Another one signs in or out, the session ends or goes on, the server is heard of again. */
function toReader({ session, session_end }: SessionState): string {
  return `${session?.user_id} ${session_end} ${session?.csrf_token === ''}`
}

/** What belongs to another account is neither shown nor counted nor sent. */
function follow(session: SessionFacts | null): void {
  const user_id = session?.role === 'carrier' ? session.user_id : null
  if (session !== null && session.csrf_token !== '') keepSession(session)
  if (useOutbox.getState().user_id !== user_id) useOutbox.setState({ ...emptyOutbox, user_id })
  void readUnsent().then(startAnew, () => undefined)
}

function startAnew(): void {
  failures = 0
  void send()
}

let isSending = false
/** Something was written or has changed while it was being sent. */
let isAskedAgain = false

/** Also by its author’s wish. What cannot be read or written here is said where it is written. */
export async function send(): Promise<void> {
  clearTimeout(timer)
  const { user_id, reports, files } = useOutbox.getState()
  if (isSending) isAskedAgain = true
  if (isSending || user_id === null || reports.length + files.length === 0) return
  isSending = true
  try {
    const sent = await sendUnsent(user_id, senders)
    if (useOutbox.getState().user_id !== user_id) return
    useOutbox.setState({ hindrance: sent === 'all' ? null : sent === 'sign in' ? sent : 'away' })
    failures = sent === 'all' ? 0 : failures + 1
    // Whoever has to sign in is waited for: the session says when.
    if (sent === 'away' || sent === 'later') timer = setTimeout(() => void send(), toPause_ms(failures))
  } finally {
    isSending = false
  }
  if (!isAskedAgain) return
  isAskedAgain = false
  await send()
}

/** The page opens without the network from the next time on. After everything that was asked for now. */
function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  if ('requestIdleCallback' in window) window.requestIdleCallback(register, { timeout: 10_000 })
  else setTimeout(register, 3_000)
}
