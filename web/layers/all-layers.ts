/** In which order do the layers lie? The registry of layers, from the ground up: a new layer is one line here. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { assignmentLayers } from './assignments.ts'
import { baseMapLabelLayers } from './base-map-labels.ts'
import { borderLayers, groundLayers, wayLayers } from './base-map.ts'
import { cableRouteLayers } from './cable-routes.ts'
import { facilityLayers } from './facilities.ts'
import type { LayerView } from './layer-view.ts'
import { generatorSiteLayers, siteLayers } from './sites.ts'
import { unitLabelLayers } from './unit-labels.ts'
import { unitFillLayers, unitLineLayers, unitOutlineLayers } from './units.ts'
import {
  selectedPointLayers,
  villageDotLayers,
  villageGapLayers,
  villageGapRoomLayers,
  villageNameLayers,
  villageUnknownLayers,
} from './villages.ts'

const registry: readonly ((view: LayerView) => LayerSpecification[])[] = [
  groundLayers,
  unitFillLayers,
  wayLayers,
  unitLineLayers,
  borderLayers,
  unitOutlineLayers,
  cableRouteLayers,
  villageDotLayers,
  baseMapLabelLayers,
  villageUnknownLayers,
  facilityLayers,
  siteLayers,
  selectedPointLayers,
  generatorSiteLayers,
  villageNameLayers,
  villageGapLayers,
  unitLabelLayers,
  assignmentLayers,
  // Last, so that labels give way to gaps and never the other way round.
  villageGapRoomLayers,
]

/** The same layers in the same order for every view: only their properties differ, so that a view can be applied as a difference. */
export function allLayers(view: LayerView): LayerSpecification[] {
  return registry.flatMap((layers) => layers(view))
}
