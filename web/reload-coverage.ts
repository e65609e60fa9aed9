/** How do shares follow a change of villages or statements? All of them anew, shown in one step. */
import type { FeatureCollection } from '../core/geo.ts'
import { ApiProblem, call } from './api.ts'
import { refillEngine } from './ask.ts'
import { withLayer } from './state/data-slice.ts'
import { lookAtSession } from './session.ts'
import { useApp } from './state/store.ts'
import { settle } from './state/transitions.ts'
import { toVillageDay } from './state/village-day.ts'

/** The latest asked for wins: an older one that comes late would show what is no longer so. */
let latest = 0

function getVillageDay(): string | null {
  const { province, question } = useApp.getState()
  return toVillageDay(province?.data.village_days ?? [], question.as_of)
}

/** On another day other villages may have been there. */
export async function followVillageDay(): Promise<void> {
  const { sources, layer_as_of } = useApp.getState()
  if (sources.villages === null || (layer_as_of.villages ?? null) === getVillageDay()) return
  await reloadCoverage().catch((error: unknown) => {
    // What is on screen stays; the next look at another day fetches it.
    if (!(error instanceof ApiProblem)) throw error
  })
}

/** A merge makes a day before which other villages were there. @throws ApiProblem */
export async function reloadVillageDays(): Promise<void> {
  const { data } = await call('getProvince')
  const { province } = useApp.getState()
  if (province === null || province.data.village_days.join() === data.village_days.join()) return
  useApp.setState({ province: { ...province, data } })
  await followVillageDay()
}

/** Carriers, and whether the data are a sample: the map stays where it is. @throws ApiProblem */
export async function reloadProvince(): Promise<void> {
  const fresh = await call('getProvince')
  useApp.setState({ province: fresh })
  useApp.setState((state) => settle(state))
  await Promise.all([lookAtSession(), followVillageDay()])
}

/** @throws ApiProblem */
export async function reloadCoverage(): Promise<void> {
  const mine = ++latest
  const as_of = getVillageDay()
  const [villages, statements] = await Promise.all([
    call('getLayer', { params: { id: 'villages' }, ...(as_of === null ? {} : { query: { as_of } }) }),
    call('listVillageServices'),
  ])
  if (mine !== latest || useApp.getState().sources.villages === null) return
  const collection = villages as FeatureCollection
  const answered = await refillEngine(collection, statements)
  if (mine !== latest) return
  useApp.setState((state) => ({
    ...withLayer(state, { id: 'villages', as_of, collection }),
    ...answered,
  }))
}
