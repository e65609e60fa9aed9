/** Where is the pointer on the map, and of which place was a menu asked for? Apart from the page's store: it changes every frame. */
import { create } from 'zustand'
import type { LngLat } from '../../core/geo.ts'

export interface PlaceMenu {
  readonly place: LngLat
  /** Of the window, in pixels. */
  readonly x: number
  readonly y: number
}

export interface PointerScreen {
  /** The last one: it stays when the pointer leaves the map, to be copied. */
  readonly place: LngLat | null
  readonly menu: PlaceMenu | null
}

export const usePointerScreen = create<PointerScreen>()(() => ({ place: null, menu: null }))
