/** What decides how the layers look, apart from the data? */
import type { ChoroplethSet, SwitchableLayer } from '../map/map-view-props.ts'
import type { MapTheme } from './palette.ts'

export interface LayerView {
  readonly theme: MapTheme
  /** Null before the first answer. */
  readonly unit_set: ChoroplethSet | null
  readonly visible: ReadonlySet<SwitchableLayer>
  /** Codes of units drawn hatched. */
  readonly hatched: readonly string[]
}

/** The layer of the API that holds the polygons of a unit set. */
export const unitSources = {
  province: 'province',
  district: 'districts',
  commune: 'communes',
  'commune-2025': 'communes-2025',
} as const satisfies Record<ChoroplethSet, string>

export const choroplethSets = Object.keys(unitSources) as ChoroplethSet[]

/** Above this zoom a site is drawn with its technology, carriers and power; below it is a dot and a count per unit. */
export const siteMarkZoom = 9.5

export function toVisibility(isVisible: boolean): 'visible' | 'none' {
  return isVisible ? 'visible' : 'none'
}
