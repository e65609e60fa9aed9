/** How does what was written reach the server? One after the other, by one tab at a time; each is gone from here when it is there. */
import { ApiProblem } from '../api.ts'
import { noteStored } from '../state/files-to-send.ts'
import { dropUnsent, findReport, listUnsent, markUnsent, takeBack } from './outbox.ts'
import { useOutbox } from './outbox-view.ts'
import type { UnsentFile, UnsentReport } from './outbox-database.ts'
import { findNextFile, findNextReport, toFate, type Unsent } from './unsent.ts'

export interface Senders {
  /** Whether the server knows this browser as the account now; true where it cannot be asked. */
  readonly isAuthor: (user_id: number) => Promise<boolean>
  /** Resolve when the server has it for good; reject with ApiProblem. */
  readonly sendReport: (report: UnsentReport) => Promise<void>
  readonly sendFile: (file: UnsentFile, onProgress: (sent_bytes: number) => void) => Promise<void>
}

/** `all`: nothing waits but what its author has to look at. */
export type Sent = 'all' | 'away' | 'later' | 'sign in'

/** Reports first, then files. */
export async function sendUnsent(user_id: number, senders: Senders): Promise<Sent> {
  const reports = await withLock('reports', () => sendAll(user_id, 'reports', senders))
  if (reports === 'away' || reports === 'sign in') return reports
  const files = await withLock('files', () => sendAll(user_id, 'files', senders))
  return files === 'all' ? reports : files
}

/**
 * One report, while its author looks on. @returns whether the server has it or it waits here; a refusal gives it back to the form
 * and is thrown.
 */
export function sendNow({ key }: UnsentReport, senders: Senders): Promise<'sent' | 'kept'> {
  return withLock('reports', async () => {
    const report = await findReport(key)
    if (report === null) return 'sent'
    const failure = await trySending('reports', report, senders)
    if (failure === null) return 'sent'
    if (failure === 'sign in' || toFate(failure.code) !== 'refused') return 'kept'
    await takeBack(report)
    throw failure
  })
}

async function sendAll(user_id: number, kind: 'reports' | 'files', senders: Senders): Promise<Sent> {
  const passed = new Set<string>()
  for (;;) {
    const next = findNext(kind, await listUnsent(user_id), passed)
    if (next === null) return passed.size === 0 ? 'all' : 'later'
    const failure = await trySending(kind, next, senders)
    if (failure === null) continue
    const fate = failure === 'sign in' ? failure : toFate(failure.code)
    if (fate === 'away' || fate === 'sign in') return fate
    if (fate === 'later') passed.add(next.key)
    else if (failure !== 'sign in') {
      await markUnsent(kind, next.key, { code: failure.code, params: failure.params })
    }
  }
}

function findNext(kind: 'reports' | 'files', unsent: Unsent, passed: ReadonlySet<string>) {
  return kind === 'reports' ? findNextReport(unsent, passed) : findNextFile(unsent, passed)
}

/** Null: it has arrived, and is here no more. */
async function trySending(
  kind: 'reports' | 'files',
  item: UnsentReport | UnsentFile,
  { isAuthor, sendReport, sendFile }: Senders,
): Promise<ApiProblem | 'sign in' | null> {
  const { key, user_id } = item
  const show = (sent_bytes: number) => useOutbox.setState({ sending: { key, sent_bytes } })
  show(0)
  try {
    // In the name of its author, or not at all: another person may have signed in on this machine.
    if (!(await isAuthor(user_id))) return 'sign in'
    await ('content' in item ? sendFile(item, show) : sendReport(item))
    await dropUnsent(kind, key)
    if ('content' in item)
      noteStored({ key, name: item.file_name, noun: 'assignments', noun_id: item.assignment_id })
    return null
  } catch (error) {
    if (error instanceof ApiProblem) return error
    throw error
  } finally {
    useOutbox.setState({ sending: null })
  }
}

/** Where the browser knows no locks, the keys still keep anything from being done twice. */
function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator
  if (locks === undefined) return work()
  return locks.request(`outbox-${name}`, work) as Promise<T>
}
