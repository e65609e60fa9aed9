/** What is fetched again after a change? Only what it touches, and what of that is here. */
import type { ChangeEvent } from '../core/api/events.ts'
import { ApiProblem } from './api.ts'
import { reloadLayers } from './load-layers.ts'
import { reloadCoverage, reloadProvince, reloadVillageDays } from './reload-coverage.ts'
import { useApp } from './state/store.ts'

/** An import is many changes in a row. */
const pause_ms = 150

let waiting: ChangeEvent[] = []
let timer: ReturnType<typeof setTimeout> | undefined

export function refreshChanged(events: readonly ChangeEvent[]): void {
  if (events.length === 0) return
  waiting = [...waiting, ...events]
  timer ??= setTimeout(() => {
    const changed = new Set(waiting.map(({ noun }) => noun))
    waiting = []
    timer = undefined
    void refresh(changed)
  }, pause_ms)
}

async function refresh(changed: ReadonlySet<string>): Promise<void> {
  const has = (...nouns: readonly string[]) => nouns.some((noun) => changed.has(noun))
  // Open records, lists of proposals and of changes.
  useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
  const work: Promise<void>[] = []
  if (has('sites', 'data_state')) work.push(reloadLayers(['sites', 'generator-sites']))
  if (has('cable_routes', 'data_state')) work.push(reloadLayers(['cable-routes']))
  if (has('facilities', 'data_state')) work.push(reloadLayers(['facilities']))
  if (has('villages', 'village_services', 'data_state')) {
    work.push(reloadCoverage(), reloadLayers(['assignments']))
  }
  if (has('assignments') && !has('villages', 'village_services', 'data_state')) {
    work.push(reloadLayers(['assignments']))
  }
  if (has('villages', 'data_state')) work.push(reloadVillageDays())
  // The first statements of a province say how fresh its data are, and thereby which units are shown.
  const hasNone = useApp.getState().province?.data.latest_observed_on === null
  const isFirst = hasNone && has('village_services')
  if (isFirst || has('carriers', 'indicator_values', 'data_state')) work.push(reloadProvince())
  await Promise.all(work).catch((error: unknown) => {
    // What is on screen stays; the next change, or a look at another day, fetches it.
    if (!(error instanceof ApiProblem)) throw error
  })
}
