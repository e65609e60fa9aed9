/** Which point is selected? One feature, so that the ring around it needs no other source to change. */
import type { Feature, FeatureCollection } from '../../core/geo.ts'
import type { MapViewProps } from './map-view-props.ts'

const layerOf = { village: 'villages', site: 'sites', facility: 'facilities' } as const

export function toSelectedPoint({
  selection,
  sources,
}: Pick<MapViewProps, 'selection' | 'sources'>): FeatureCollection {
  const features: Feature[] = []
  if (selection.type === 'village' || selection.type === 'site' || selection.type === 'facility') {
    const collection = sources[layerOf[selection.type]]
    const feature = collection?.features.find(({ id }) => id === selection.id)
    if (feature?.geometry?.type === 'Point') {
      const properties = { name: String(feature.properties?.['name'] ?? '') }
      features.push({ type: 'Feature', properties, geometry: feature.geometry })
    }
  }
  return { type: 'FeatureCollection', features }
}
