/** What has the worker measured last inside the circles of sites? */
import { create } from 'zustand'
import type { CircleSites } from '../circle-sites.ts'
import type { AreaAnswer } from '../workers/area.ts'
import type { AskedView } from '../workers/answering.ts'

export interface AnsweredArea {
  readonly view: AskedView
  readonly radius_m: number
  readonly sites: CircleSites | 'failed'
  /** Null where circles do not answer. */
  readonly area: AreaAnswer | null
}

export const useAreaScreen = create<{ readonly answered: AnsweredArea | null }>()(() => ({ answered: null }))
