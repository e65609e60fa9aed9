/** What is seen of trial sites while a hand moves them? Apart from the page's store, whose changes are steps in the address. */
import { create } from 'zustand'
import type { SiteCircle } from '../../core/coverage/site-circle.ts'
import type { AskedView } from '../workers/answering.ts'
import type { TrialAnswer } from '../workers/trial.ts'
import type { CircleSites } from '../circle-sites.ts'

export interface AnsweredTrial {
  readonly view: AskedView
  readonly trial: readonly SiteCircle[]
  readonly answer: TrialAnswer
  /** What the areas are of. */
  readonly sites: CircleSites
}

export interface TrialScreen {
  /** Where they are while one is dragged; null: where the page's store says. */
  readonly moving: readonly SiteCircle[] | null
  /** The last answer stays until the next one is there. */
  readonly answered: AnsweredTrial | null
}

export const useTrialScreen = create<TrialScreen>()(() => ({ moving: null, answered: null }))
