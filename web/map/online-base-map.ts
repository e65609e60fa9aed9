/** What of an online base map lies under our data? Its land, water, ways and imagery: names and figures stay ours. */
import type { AddLayerObject, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { toUnitFillId } from '../layers/units.ts'

/** Ours give way: the neighbours' land, and the fade that hides where our own data end. */
const replaced = ['neighbours', 'province-ground', 'edge-fade']
const prefix = 'online-'

/**
 * Layers and sources under names that cannot meet ours. Left out is what needs the style's own fonts or pictures, since
 * a map has one set of each and ours draws Vietnamese: symbols and patterns.
 */
export function toOnlineBaseMap({ sources, layers }: StyleSpecification): {
  readonly sources: StyleSpecification['sources']
  readonly layers: AddLayerObject[]
} {
  const drawn = layers.filter(
    ({ type, paint }) =>
      type !== 'symbol' && !Object.keys(paint ?? {}).some((property) => property.endsWith('-pattern')),
  )
  return {
    sources: Object.fromEntries(Object.entries(sources).map(([id, source]) => [prefix + id, source])),
    layers: drawn.map((layer) =>
      'source' in layer
        ? { ...layer, id: prefix + layer.id, source: prefix + layer.source }
        : { ...layer, id: prefix + layer.id },
    ) as AddLayerObject[],
  }
}

/** Lays it over the ground and under everything that we know. Doing it twice changes nothing. */
export function showOnlineBaseMap(map: MapLibreMap, style: StyleSpecification): void {
  const { sources, layers } = toOnlineBaseMap(style)
  for (const [id, source] of Object.entries(sources)) if (!map.getSource(id)) map.addSource(id, source)
  const above = toUnitFillId('district')
  for (const layer of layers) if (!map.getLayer(layer.id)) map.addLayer(layer, above)
  for (const id of replaced) if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', 'none')
}

/** Whom its tiles ask to be named, as plain text. */
export function toOnlineCredit(map: MapLibreMap): string[] {
  // Until the style has come there is none, whatever the type says.
  const style = map.getStyle() as StyleSpecification | undefined
  return Object.keys(style?.sources ?? {})
    .filter((id) => id.startsWith(prefix))
    .flatMap((id) => map.getSource(id)?.attribution ?? [])
    .map((markup) => new DOMParser().parseFromString(markup, 'text/html').body.textContent.trim())
    .filter((text) => text !== '')
}
