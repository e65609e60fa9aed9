/** What has just become of villages? Told once, beside the village that came of it, with the way to take it back. */
import { create } from 'zustand'

export interface VillageNews {
  /** Where it is told. */
  readonly village_id: number
  readonly type: 'new' | 'merge' | 'split'
  /** Of the audit log: what undoing takes back. */
  readonly entry_id: number
}

export const useVillageNews = create<{ readonly news: VillageNews | null }>()(() => ({ news: null }))
