/**
 * What is being edited, and what does the map show of it? Apart from the page's store, because it changes with every letter
 * and every pixel of a drag. What editing itself needs comes with its code, when somebody edits.
 */
import { create } from 'zustand'
import type { LngLat } from '../../core/geo.ts'
import type { MapEditing } from '../map/map-view-props.ts'

export type EditTarget =
  | { readonly type: 'none' }
  | { readonly type: 'site'; readonly id: number }
  | { readonly type: 'new-site'; readonly position: LngLat | null }
  | VillageTarget

/** What is done with villages beside their records, in place of what is selected. */
export type VillageTarget =
  /** In a commune (to 6/2025), or wherever it is placed. */
  | { readonly type: 'new-village'; readonly commune_code: string | null }
  | { readonly type: 'merge-villages'; readonly ids: readonly number[]; readonly commune_code: string | null }
  | { readonly type: 'split-village'; readonly id: number }

export interface EditScreen {
  readonly target: EditTarget
  readonly map_editing: MapEditing | null
}

const nothingEdited: EditScreen = { target: { type: 'none' }, map_editing: null }

export const useEditScreen = create<EditScreen>()(() => nothingEdited)

export function startEditing(target: EditTarget): void {
  useEditScreen.setState({ target })
}

export function stopEditing(): void {
  useEditScreen.setState({ target: { type: 'none' }, map_editing: null })
}
