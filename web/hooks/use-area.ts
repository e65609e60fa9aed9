/** How much ground lies inside circles for the question on screen? Null until it is measured. */
import { useEffect } from 'react'
import { giveCircleSites } from '../circle-sites.ts'
import { engine } from '../engine.ts'
import { askLatest } from '../latest.ts'
import { isSameView } from '../state/answer-slice.ts'
import { useAreaScreen, type AnsweredArea } from '../state/area-screen.ts'
import { getAskedView } from '../state/asked-view.ts'
import { useApp } from '../state/store.ts'
import type { AskedView } from '../workers/answering.ts'

interface Asked {
  readonly view: AskedView
  readonly radius_m: number
}

const ask = askLatest(measure, (answered) => useAreaScreen.setState({ answered }))

export function useArea(): AnsweredArea | null {
  const answer = useApp((state) => state.answer)
  const sites = useApp((state) => state.sources.sites)
  const radius_m = useApp((state) => state.circle_radius_m)
  useEffect(() => {
    const view = getAskedView(useApp.getState())
    // The worker then has the units.
    if (answer !== null && isSameView(answer.view, view)) ask({ view, radius_m })
  }, [answer, sites, radius_m])
  const answered = useAreaScreen((screen) => screen.answered)
  const isCurrent = useApp(
    (state) =>
      answered !== null && answered.radius_m === radius_m && isSameView(answered.view, getAskedView(state)),
  )
  return isCurrent ? answered : null
}

async function measure({ view, radius_m }: Asked): Promise<AnsweredArea> {
  const sites = await giveCircleSites(view.question)
  const area =
    sites === 'in_place' || sites === 'in_cells'
      ? await engine.measureArea({ unit_set: view.unit_set, radius_m })
      : null
  return { view, radius_m, sites: sites ?? 'failed', area }
}
