/** How do shares follow a change of villages or statements? All of them anew, shown in one step. */
import type { FeatureCollection } from '../core/geo.ts'
import { call } from './api.ts'
import { refillEngine } from './ask.ts'
import { withLayer } from './state/data-slice.ts'
import { useApp } from './state/store.ts'

/** The latest asked for wins: an older one that comes late would show what is no longer so. */
let latest = 0

/** @throws ApiProblem */
export async function reloadCoverage(): Promise<void> {
  const mine = ++latest
  const [villages, statements] = await Promise.all([
    call('getLayer', { params: { id: 'villages' } }),
    call('listVillageServices'),
  ])
  if (mine !== latest || useApp.getState().sources.villages === null) return
  const collection = villages as FeatureCollection
  const answered = await refillEngine(collection, statements)
  if (mine !== latest) return
  useApp.setState((state) => ({
    ...withLayer(state, { id: 'villages', as_of: null, collection }),
    ...answered,
  }))
}
