/** What do trial sites gain? Asked with every movement; the newest wins, and nothing waits in line. */
import type { SiteCircle } from '../core/coverage/site-circle.ts'
import { giveCircleSites } from './circle-sites.ts'
import { engine } from './engine.ts'
import { askLatest } from './latest.ts'
import { getAskedView } from './state/asked-view.ts'
import { isSameView } from './state/answer-slice.ts'
import { useApp } from './state/store.ts'
import { useTrialScreen, type AnsweredTrial } from './state/trial-screen.ts'
import type { AskedView } from './workers/answering.ts'

interface Asked {
  readonly view: AskedView
  readonly trial: readonly SiteCircle[]
  readonly radius_m: number
}

/** Ten answers a second: more would draw the map and the lists oftener than a hand needs. */
const pace_ms = 100

const ask = askLatest(
  tryOut,
  (answered) => useTrialScreen.setState(({ answered: last }) => withKept(last, answered)),
  pace_ms,
)

/** Once the question on screen has been answered: the worker then has what it counts with. */
export function askTrial(trial: readonly SiteCircle[]): void {
  const state = useApp.getState()
  const view = getAskedView(state)
  if (state.answer === null || !isSameView(state.answer.view, view)) return
  ask({ view, trial, radius_m: state.circle_radius_m })
}

async function tryOut({ view, trial, radius_m }: Asked): Promise<AnsweredTrial> {
  const sites = await giveCircleSites(view.question)
  const hasArea = sites === 'in_place' || sites === 'in_cells'
  const start = performance.now()
  const answer = await engine.tryOut({ view, trial, radius_m: hasArea ? radius_m : null })
  performance.measure('trial-answer', { start })
  performance.clearMeasures('trial-answer')
  return { view, trial, answer, sites: sites ?? 'hidden' }
}

/** Where the same villages are gained as before, they are the same list: nothing that shows them is drawn anew. */
function withKept(last: AnsweredTrial | null, next: AnsweredTrial): { readonly answered: AnsweredTrial } {
  const before = last?.answer.gained ?? []
  const { gained } = next.answer
  const isSame =
    before.length === gained.length &&
    before.every(({ id, state }, index) => id === gained[index]?.id && state === gained[index].state)
  return { answered: isSame ? { ...next, answer: { ...next.answer, gained: before } } : next }
}
