/** When can the shares be read? A mark on the page's timeline, which the benchmark and the loading screen wait for. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { unitSources } from '../layers/layer-view.ts'
import { unitLabelsId } from '../layers/unit-labels.ts'
import type { MapViewProps } from './map-view-props.ts'

export const labelsDrawnMark = 'coverage-labels-drawn'

/** Calls back once, after the first frame that shows the coloured units and their labels. */
export function whenLabelsAreDrawn(
  map: MapLibreMap,
  getShown: () => MapViewProps,
  onDrawn: () => void,
): void {
  const check = (isIdle: boolean) => {
    const { choropleth, sources } = getShown()
    const units = choropleth === null ? null : sources[unitSources[choropleth.unit_set]]
    if (choropleth === null || units === null) return
    const needed = [unitSources[choropleth.unit_set], 'unit-labels']
    if (!needed.every((id) => map.getSource(id) !== undefined && map.isSourceLoaded(id))) return
    // Far away small units have no label; then everything that will be drawn is there when the map rests.
    const isPlaced = map.queryRenderedFeatures({ layers: [unitLabelsId] }).length > 0
    if (!isPlaced && !isIdle) return
    map.off('render', onRender)
    map.off('idle', onIdle)
    performance.mark(labelsDrawnMark)
    onDrawn()
  }
  const onRender = () => check(false)
  const onIdle = () => check(true)
  map.on('render', onRender)
  map.on('idle', onIdle)
}
