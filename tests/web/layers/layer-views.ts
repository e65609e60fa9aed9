/** Views in which the layers are looked at: both themes, every unit set, everything on or off. */
import { choroplethSets, type LayerView } from '../../../web/layers/layer-view.ts'
import { switchableLayers } from '../../../web/map/map-view-props.ts'

export const themes = ['light', 'dark'] as const

export const layerViews: readonly LayerView[] = themes.flatMap((theme) =>
  [null, ...choroplethSets].flatMap((unit_set) =>
    [new Set<never>(), new Set(switchableLayers)].map((visible) => ({
      theme,
      unit_set,
      visible,
      hatched: visible.size > 0 ? ['094', '03124'] : [],
    })),
  ),
)

export function describeView({ theme, unit_set, visible }: LayerView): string {
  return `${theme}, ${unit_set ?? 'no answer'}, ${visible.size > 0 ? 'all on' : 'all off'}`
}
