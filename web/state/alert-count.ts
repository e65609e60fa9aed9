/** How many alerts has one not read? The bell and the page say the same number. */
import { create } from 'zustand'

export interface AlertCount {
  /** Null: not known yet. */
  readonly unread: number | null
}

export const useAlertCount = create<AlertCount>(() => ({ unread: null }))
