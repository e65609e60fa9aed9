/**
 * What is drawn first? The units with their shares and the villages: the answer. Ground, borders and everything switched
 * on later is added once the answer can be read, so that it does not stand in one queue with it.
 */
import type { LayerSpecification } from 'maplibre-gl'
import { unitSources } from '../layers/layer-view.ts'
import type { MapSourceId } from './map-data.ts'
import type { MapViewProps } from './map-view-props.ts'

export function isOpeningSource(id: string, { choropleth }: Pick<MapViewProps, 'choropleth'>): boolean {
  const opening: readonly MapSourceId[] = [
    'unit-labels',
    'villages',
    unitSources[choropleth?.unit_set ?? 'district'],
  ]
  return opening.some((known) => known === id)
}

/** Layers of the opening's sources, and those without a source. */
export function listOpeningLayers(
  layers: readonly LayerSpecification[],
  props: Pick<MapViewProps, 'choropleth'>,
): LayerSpecification[] {
  return layers.filter((layer) => !('source' in layer) || isOpeningSource(String(layer.source), props))
}

export interface Insertion {
  readonly layer: LayerSpecification
  /** The layer that lies right above; undefined for the topmost. */
  readonly before: string | undefined
}

/** How to add the layers that are missing so that all lie in their order: from the top down, each under the one above it. */
export function listInsertions(
  layers: readonly LayerSpecification[],
  isPresent: (id: string) => boolean,
): Insertion[] {
  return layers
    .map((layer, index) => ({ layer, before: layers[index + 1]?.id }))
    .filter(({ layer }) => !isPresent(layer.id))
    .reverse()
}
