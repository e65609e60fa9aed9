/** Where are the sites, with which technology and carriers? Far away a dot at the true place, near a full mark. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { semiboldFont } from './fonts.ts'
import { generatorImageId } from './image-ids.ts'
import { siteMarkZoom, toVisibility, type LayerView } from './layer-view.ts'
import { palettes } from './palette.ts'

export const siteDotsId = 'site-dots'
export const siteMarksId = 'site-marks'
export const generatorSitesId = 'generator-sites'

/** No cluster stands where no site is: far away each site is a dot, and its unit's label counts them. */
export function siteLayers(view: LayerView): LayerSpecification[] {
  const palette = palettes[view.theme]
  const visibility = toVisibility(view.visible.has('sites'))
  return [
    {
      id: siteDotsId,
      type: 'circle',
      source: 'sites',
      maxzoom: siteMarkZoom,
      layout: { visibility },
      paint: {
        'circle-color': ['match', ['get', 'status'], 'live', palette.site, palette.retired],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 6, 1.1, 8.5, 2.1, siteMarkZoom, 2.8],
        'circle-stroke-color': palette.mark_edge,
        'circle-stroke-width': 0.7,
      },
    },
    {
      id: siteMarksId,
      type: 'symbol',
      source: 'sites',
      minzoom: siteMarkZoom,
      layout: {
        visibility,
        'icon-image': ['concat', `site|${view.theme}|`, ['get', 'image']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], siteMarkZoom, 0.56, 11, 0.8, 13, 1.1],
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
        'text-field': ['step', ['zoom'], '', 11.5, ['get', 'letters']],
        'text-font': semiboldFont,
        'text-size': 10,
        'text-anchor': 'left',
        'text-offset': [1.25, 0],
        'text-optional': true,
        'symbol-sort-key': ['get', 'rank'],
        'symbol-z-order': 'source',
      },
      paint: {
        'text-color': palette.ink,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.3,
      },
    },
  ]
}

/** Sites on generator power. Where full marks are drawn too, those carry the bolt. */
export function generatorSiteLayers(view: LayerView): LayerSpecification[] {
  return [
    {
      id: generatorSitesId,
      type: 'symbol',
      source: 'generator-sites',
      maxzoom: view.visible.has('sites') ? siteMarkZoom : 24,
      layout: {
        visibility: toVisibility(view.visible.has('generator-sites')),
        'icon-image': generatorImageId(view.theme),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 9, 0.9, 12, 1.15],
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
      },
    },
  ]
}
