/** The floor of time to first labels: MapLibre alone, drawing the same polygons, points and labels from files. */
import { Map as MapLibreMap, setWorkerUrl, type GeoJSONSourceSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

setWorkerUrl(workerUrl)
const bounds = new URLSearchParams(location.search).get('bbox')?.split(',').map(Number) ?? []
const toSource = (file: string): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: new URL(`/files/${file}.geojson`, location.href).href,
})

const map = new MapLibreMap({
  container: 'map',
  bounds: bounds as [number, number, number, number],
  fadeDuration: 0,
  style: {
    version: 8,
    sources: { districts: toSource('districts'), villages: toSource('villages') },
    layers: [
      { id: 'fill', type: 'fill', source: 'districts', paint: { 'fill-color': '#80cdc1' } },
      { id: 'line', type: 'line', source: 'districts', paint: { 'line-color': '#ffffff' } },
      { id: 'points', type: 'circle', source: 'villages', paint: { 'circle-radius': 2 } },
      {
        id: 'labels',
        type: 'symbol',
        source: 'districts',
        layout: { 'text-field': ['get', 'name'], 'text-font': ['sans-serif'], 'text-size': 15 },
      },
    ],
  },
})
map.once('idle', () => performance.mark('coverage-labels-drawn'))
