/** How do layers come to the page? Each once, when first needed; sites anew for another day. */
import type { FeatureCollection } from '../core/geo.ts'
import type { LayerId } from '../core/inventory/layers.ts'
import { ApiProblem, call } from './api.ts'
import { withLayer, withLayerProblem, withLoadingLayer } from './state/data-slice.ts'
import { useApp } from './state/store.ts'

/** Stations on air change with the day asked for. */
const datedLayers: readonly LayerId[] = ['sites', 'generator-sites']

/** Per layer; what was asked for before the last one is not wanted any more. */
const reloads = new Map<LayerId, number>()

const underway = new Map<string, Promise<FeatureCollection | null>>()

/** The layer as loaded, being loaded, or asked for now; null when it could not be loaded, which the state then says. */
export function loadLayer(id: LayerId): Promise<FeatureCollection | null> {
  const { sources, layer_as_of } = useApp.getState()
  const as_of = toDay(id)
  const loaded = sources[id]
  if (loaded !== null && layer_as_of[id] === as_of) return Promise.resolve(loaded)
  const key = `${id} ${as_of ?? ''} ${countReloads(id)}`
  const waiting = underway.get(key)
  if (waiting !== undefined) return waiting
  const fresh = fetchLayer(id, as_of).finally(() => underway.delete(key))
  underway.set(key, fresh)
  return fresh
}

/** Dated layers that are on screen follow the day asked for. */
export function reloadDatedLayers(): void {
  const { sources } = useApp.getState()
  for (const id of datedLayers) if (sources[id] !== null) void loadLayer(id)
}

/** Layers that are here are fetched anew, because they may read otherwise now; what is on screen stays until then. */
export async function reloadLayers(ids: readonly LayerId[]): Promise<void> {
  const { sources, loading } = useApp.getState()
  const stale = ids.filter((id) => sources[id] !== null || loading.includes(id))
  for (const id of stale) reloads.set(id, countReloads(id) + 1)
  await Promise.all(stale.map((id) => fetchLayer(id, toDay(id))))
}

async function fetchLayer(id: LayerId, as_of: string | null): Promise<FeatureCollection | null> {
  const asked = countReloads(id)
  useApp.setState((state) => withLoadingLayer(state, id))
  try {
    const collection = await getCollection(id, as_of)
    const isWanted = asked === countReloads(id) && toDay(id) === as_of
    if (isWanted) useApp.setState((state) => withLayer(state, { id, as_of, collection }))
    return collection
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    useApp.setState((state) => withLayerProblem(state, id, error))
    return null
  }
}

function countReloads(id: LayerId): number {
  return reloads.get(id) ?? 0
}

function toDay(id: LayerId): string | null {
  return datedLayers.includes(id) ? useApp.getState().question.as_of : null
}

async function getCollection(id: LayerId, as_of: string | null): Promise<FeatureCollection> {
  const collection = await call('getLayer', {
    params: { id },
    ...(as_of === null ? {} : { query: { as_of } }),
  })
  if (!Array.isArray(collection.features)) throw new ApiProblem('unreadable')
  return collection as FeatureCollection
}
