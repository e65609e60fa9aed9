/**
 * Where does what was written without the network lie? In a database of the browser, which outlives its closing. Everything in
 * it belongs to an account; nothing is read but by that account's number.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { AssignmentRecord, AssignmentStep } from '../../core/api/assignments.ts'
import type { FileKind } from '../../core/files/kinds.ts'
import type { ErrorParams } from '../../core/errors.ts'
import type { ProblemCode } from '../api.ts'
import type { StepDraft } from '../state/assigned-step.ts'

/** Why the server does not take it: kept until its author looks at it. */
export interface KeptProblem {
  readonly code: ProblemCode
  readonly params: ErrorParams
}

export interface UnsentReport {
  /** A UUID, under which the server takes it once. */
  readonly key: string
  readonly user_id: number
  /** ISO instant of this machine's clock. */
  readonly written_at: string
  readonly assignment_id: number
  /** Of the village, for the list. */
  readonly name: string
  readonly step: AssignmentStep
  /** That it was written on. */
  readonly version: number
  /** As typed, to be put right. */
  readonly draft: StepDraft
  readonly problem: KeptProblem | null
}

export interface UnsentFile {
  /** A UUID, which becomes the file's id. */
  readonly key: string
  readonly user_id: number
  readonly written_at: string
  readonly assignment_id: number
  readonly name: string
  readonly kind: FileKind
  readonly file_name: string
  readonly size: number
  readonly content: Blob
  /** That it was written with: it waits until that one has been decided on. */
  readonly report_key: string | null
  readonly problem: KeptProblem | null
}

/** What one carrier's account was told last of its own villages. */
export interface KeptList {
  readonly user_id: number
  readonly kept_at: string
  readonly today: string
  readonly assignments: readonly AssignmentRecord[]
}

interface Schema extends DBSchema {
  reports: { key: string; value: UnsentReport; indexes: { user: number } }
  files: { key: string; value: UnsentFile; indexes: { user: number } }
  lists: { key: number; value: KeptList }
}

export type OutboxDatabase = IDBPDatabase<Schema>

let opened: Promise<OutboxDatabase> | null = null

/** Rejects where the browser keeps nothing, as some do in private windows. */
export function openOutbox(): Promise<OutboxDatabase> {
  opened ??= openDB<Schema>('outbox', 1, {
    upgrade: (database) => {
      for (const store of ['reports', 'files'] as const) {
        database.createObjectStore(store, { keyPath: 'key' }).createIndex('user', 'user_id')
      }
      database.createObjectStore('lists', { keyPath: 'user_id' })
    },
    // A newer page in another tab: it goes first, and this one opens it again when it needs it.
    blocking: () => void forgetOpened(),
    terminated: () => void forgetOpened(),
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

async function forgetOpened(): Promise<void> {
  const before = opened
  opened = null
  ;(await before)?.close()
}
