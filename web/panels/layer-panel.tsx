/** Which layers are drawn, and how much is in each? */
import { loadLayer } from '../load-layers.ts'
import { useWords } from '../hooks/use-words.ts'
import { switchableLayers, type SwitchableLayer, type ViewCounts } from '../map/map-view-props.ts'
import { toFilteredSources } from '../state/filtered-sources.ts'
import { useApp } from '../state/store.ts'
import { SiteLayerNotes } from './site-layer-notes.tsx'
import { toggleLayer } from '../state/transitions.ts'

export function LayerPanel() {
  const { t } = useWords()
  return (
    <fieldset className="layers">
      <legend>{t('layers.heading')}</legend>
      {switchableLayers.map((layer) => (
        <LayerSwitch key={layer} layer={layer} />
      ))}
      <SiteLayerNotes />
    </fieldset>
  )
}

function LayerSwitch({ layer }: { readonly layer: SwitchableLayer }) {
  const { t } = useWords()
  const isOn = useApp((state) => state.visible.includes(layer))
  return (
    <div className="layer">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => useApp.setState((state) => toggleLayer(state, layer))}
        />
        <span>{t(`layers.${layer}`)}</span>
      </label>
      <LayerCount layer={layer} />
    </div>
  )
}

function LayerCount({ layer }: { readonly layer: SwitchableLayer }) {
  const { t, formats } = useWords()
  const total = useApp(
    (state) => toFilteredSources(state.sources, state.question.carrier)[layer]?.features.length,
  )
  const isLoading = useApp((state) => state.loading.includes(layer))
  const problem = useApp((state) => state.layer_problems[layer])
  const inView = useApp((state) =>
    state.visible.includes(layer) ? toCount(state.view_counts, layer) : undefined,
  )
  if (problem !== undefined) {
    return (
      <button type="button" className="text-button" onClick={() => void loadLayer(layer)}>
        {t('layers.failed')} · {t('problem.retry')}
      </button>
    )
  }
  if (total === undefined) return <span className="soft">{isLoading ? t('layers.loading') : ''}</span>
  const isPart = inView !== undefined && inView !== total
  return (
    <span
      className="number soft"
      title={isPart ? t('layers.in_view', { n: formats.integer(inView) }) : undefined}
    >
      {isPart ? `${formats.integer(inView)} / ${formats.integer(total)}` : formats.integer(total)}
    </span>
  )
}

function toCount(counts: ViewCounts, layer: SwitchableLayer): number | undefined {
  const count = counts[layer]
  return count === undefined || typeof count === 'number'
    ? count
    : Object.values(count).reduce((sum: number, part: number) => sum + part, 0)
}
