/** In which order is what was written sent, what becomes of it when the server answers otherwise, and when is it tried again? */
import type { ProblemCode } from '../api.ts'
import type { KeptProblem, UnsentFile, UnsentReport } from './outbox-database.ts'

export interface Unsent {
  readonly reports: readonly UnsentReport[]
  readonly files: readonly UnsentFile[]
}

/**
 * `away`: nothing goes through. `later`: this one does not, others may. `sign in`: its author has to. `refused`: the server
 * will not take it as it is.
 */
export type Fate = 'away' | 'later' | 'sign in' | 'refused'

const fates: Readonly<Partial<Record<ProblemCode, Fate>>> = {
  network: 'away',
  timeout: 'away',
  too_busy: 'away',
  database_unavailable: 'away',
  /** Somebody on the way answers instead of the server, as where a network wants to be paid first. */
  unreadable: 'away',
  /** The line broke in the middle of it. */
  body_unreadable: 'away',
  internal: 'later',
  /** The server has to make room, or to begin it anew. */
  storage_full: 'later',
  upload_not_found: 'later',
  upload_conflict: 'later',
  not_signed_in: 'sign in',
  csrf_token_invalid: 'sign in',
  password_change_required: 'sign in',
}

export function toFate(code: ProblemCode): Fate {
  return fates[code] ?? 'refused'
}

/** The oldest first. What waits for its author to look at it is not sent by itself. */
export function findNextReport({ reports }: Unsent, passed: ReadonlySet<string>): UnsentReport | null {
  return inOrder(reports).find(({ key, problem }) => problem === null && !passed.has(key)) ?? null
}

/**
 * A report goes before the files that were written with it: it is small, and on the version that its author saw. Whatever
 * became of it, its files are useful: they go next.
 */
export function findNextFile({ reports, files }: Unsent, passed: ReadonlySet<string>): UnsentFile | null {
  const undecided = new Set(reports.filter(({ problem }) => problem === null).map(({ key }) => key))
  const isReady = ({ key, problem, report_key }: UnsentFile) =>
    problem === null && !passed.has(key) && (report_key === null || !undecided.has(report_key))
  return inOrder(files).find(isReady) ?? null
}

export function inOrder<T extends { readonly written_at: string; readonly key: string }>(
  items: readonly T[],
): T[] {
  return items.toSorted((a, b) => a.written_at.localeCompare(b.written_at) || a.key.localeCompare(b.key))
}

const pauses_ms = [3_000, 10_000, 30_000, 60_000, 120_000, 300_000] as const

/** Every failure after another waits longer, up to five minutes. */
export function toPause_ms(failures: number): number {
  return pauses_ms[Math.min(failures, pauses_ms.length) - 1] ?? pauses_ms[0]
}

/** What its author can do about it, beside giving it up. */
export type Remedy = 'change' | 'send again'

/** A file cannot be changed here: it is sent again where that may help, or another one is attached. */
export function toRemedies(kind: 'report' | 'file', { code }: KeptProblem): readonly Remedy[] {
  if (code === 'not_allowed' || code === 'assignment_withdrawn' || code === 'assignment_not_found') return []
  return kind === 'report' ? ['change'] : ['send again']
}
