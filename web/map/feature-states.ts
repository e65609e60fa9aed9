/** Which areas and routes are coloured, hovered or selected? As feature states, which change without cutting tiles again. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { unitSources } from '../layers/layer-view.ts'
import type { MapViewProps } from './map-view-props.ts'

export interface FeatureLook {
  readonly color?: string
  readonly hovered?: boolean
  readonly selected?: boolean
}

/** Looks by source, then by feature id. */
export type FeatureLooks = ReadonlyMap<string, ReadonlyMap<string | number, FeatureLook>>

export function toFeatureLooks(
  props: Pick<MapViewProps, 'choropleth' | 'highlight' | 'selection'>,
): FeatureLooks {
  const looks = new Map<string, Map<string | number, FeatureLook>>()
  const add = (source: string, id: string | number, look: FeatureLook) => {
    const ofSource = looks.get(source) ?? new Map<string | number, FeatureLook>()
    looks.set(source, ofSource.set(id, { ...ofSource.get(id), ...look }))
  }
  const { choropleth, highlight, selection } = props
  if (choropleth !== null) {
    const source = unitSources[choropleth.unit_set]
    for (const [code, { class_index }] of choropleth.values) {
      const color = class_index === null ? undefined : choropleth.classes[class_index]?.color
      if (color !== undefined) add(source, code, { color })
    }
    if (highlight !== null) add(source, highlight, { hovered: true })
  }
  if (selection.type === 'unit') add(unitSources[selection.unit_set], selection.code, { selected: true })
  if (selection.type === 'cable-route') add('cable-routes', selection.id, { selected: true })
  return looks
}

/** Sets what differs between two looks and takes away what is no longer wanted. */
export function applyFeatureLooks(map: MapLibreMap, before: FeatureLooks, after: FeatureLooks): void {
  for (const [source, looks] of after) {
    for (const [id, look] of looks) {
      const old = before.get(source)?.get(id)
      if (old !== undefined && isSameLook(old, look)) continue
      if (old !== undefined) map.removeFeatureState({ source, id })
      map.setFeatureState({ source, id }, look)
    }
  }
  for (const [source, looks] of before) {
    for (const id of looks.keys()) {
      if (after.get(source)?.has(id) !== true) map.removeFeatureState({ source, id })
    }
  }
}

function isSameLook(a: FeatureLook, b: FeatureLook): boolean {
  return a.color === b.color && a.hovered === b.hovered && a.selected === b.selected
}
