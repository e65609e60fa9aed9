/** What does the page show of what is still to be sent? Of the account that is signed in, and of nobody else. */
import { create } from 'zustand'
import type { UnsentFile, UnsentReport } from './outbox-database.ts'

export interface OutboxView {
  /** Null: nobody who writes reports. */
  readonly user_id: number | null
  readonly reports: readonly UnsentReport[]
  readonly files: readonly Omit<UnsentFile, 'content'>[]
  /** What is on its way, and how much of it has arrived. */
  readonly sending: { readonly key: string; readonly sent_bytes: number } | null
  readonly hindrance: 'away' | 'sign in' | null
  /** The report that its author puts right. */
  readonly changing: UnsentReport | null
  /** Counts how often one was taken up. */
  readonly turn: number
}

export const emptyOutbox: OutboxView = {
  user_id: null,
  reports: [],
  files: [],
  sending: null,
  hindrance: null,
  changing: null,
  turn: 0,
}

export const useOutbox = create<OutboxView>()(() => emptyOutbox)
