/** What does it mean to open what was found by name? Pure: state in, changed parts out. */
import type { SearchResult } from '../../core/api/search.ts'
import type { BBox } from '../../core/geo.ts'
import type { SwitchableLayer } from '../map/map-view-props.ts'
import { toUnitSet } from './question-slice.ts'
import { nothingSelected } from './selection.ts'
import type { AppState } from './store.ts'
import { askQuestion, lookAt, select, toggleLayer } from './transitions.ts'

/** Goes there; the layer of a mark is switched on so that it is seen. A carrier becomes the one that is asked about. */
export function openFound(state: AppState, result: SearchResult): Partial<AppState> {
  const there = { page: 'map' as const, ...toCamera(state, result), set_change: null }
  const id = Number(result.id)
  switch (result.noun) {
    case 'unit':
      return { ...there, ...openUnit(state, result) }
    case 'carrier':
      return { ...there, ...askQuestion(state, { carrier: result.id }) }
    case 'act':
      return { ...there, ...withLayer(state, 'assignments'), ...select(state, nothingSelected) }
    case 'assignment':
      return { ...there, ...withLayer(state, 'assignments'), ...select(state, { type: 'village', id }) }
    case 'cable-route':
      return { ...there, ...withLayer(state, 'cable-routes'), ...select(state, { type: 'cable-route', id }) }
    case 'facility':
      return { ...there, ...withLayer(state, 'facilities'), ...select(state, { type: 'facility', id }) }
    case 'site':
      return { ...there, ...withLayer(state, 'sites'), ...select(state, { type: 'site', id }) }
    case 'village':
      return { ...there, ...withLayer(state, 'villages'), ...select(state, { type: 'village', id }) }
  }
}

function openUnit(state: AppState, { unit_set, id, name, kind }: SearchResult): Partial<AppState> {
  if (unit_set === null || unit_set === 'province') return select(state, nothingSelected)
  const from = toUnitSet(state.question, state.province, state.today)
  return {
    ...select(state, { type: 'unit', unit_set, code: id }),
    set_change: unit_set === from ? null : { from, to: unit_set, code: id, name, kind: kind ?? '' },
  }
}

function toCamera(state: AppState, { bbox, lng, lat }: SearchResult): Partial<AppState> {
  if (bbox !== null) return lookAt(state, bbox as unknown as BBox)
  return lng === null || lat === null ? {} : lookAt(state, [lng, lat])
}

function withLayer(state: AppState, layer: SwitchableLayer): Partial<AppState> {
  return state.visible.includes(layer) ? {} : toggleLayer(state, layer)
}
