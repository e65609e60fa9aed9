/**
 * What do tools lay over the map, and what do clicks mean meanwhile? Apart from the page's store, because it changes with every
 * pixel of a drag.
 */
import { create } from 'zustand'
import type { BBox } from '../../core/geo.ts'
import type { OverlayFeature } from '../layers/overlay.ts'
import type { MapTool } from '../map/map-view-props.ts'

export interface MapScreen {
  /** By the name of whoever laid it there. */
  readonly overlays: Readonly<Record<string, readonly OverlayFeature[]>>
  readonly tool: MapTool | null
  /** By village id: those that an open list leaves out are not drawn; null: all. */
  readonly listed_ids: ReadonlySet<number> | null
  /** What lies between the panels; null until the map stands. */
  readonly seen_bounds: BBox | null
}

export const useMapScreen = create<MapScreen>()(() => ({
  overlays: {},
  tool: null,
  listed_ids: null,
  seen_bounds: null,
}))

/** Lays features over the map under a name; an empty list takes them away. */
export function setOverlay(name: string, features: readonly OverlayFeature[]): void {
  useMapScreen.setState(({ overlays: { [name]: _before, ...others } }) => ({
    overlays: features.length === 0 ? others : { ...others, [name]: features },
  }))
}

export function setMapTool(tool: MapTool | null): void {
  useMapScreen.setState({ tool })
}

/** While a list is open, the map draws its villages and no others. */
export function setListedVillages(listed_ids: ReadonlySet<number> | null): void {
  useMapScreen.setState({ listed_ids })
}
