/** Which of several things under one click? */
import { useWords } from '../hooks/use-words.ts'
import type { MapCandidate } from '../map/map-view-props.ts'
import { useApp } from '../state/store.ts'
import { select } from '../state/transitions.ts'
import { PanelFrame } from './panel-frame.tsx'

export function ChooserPanel({ candidates }: { readonly candidates: readonly MapCandidate[] }) {
  const { t, formats } = useWords()
  const layerOf = { village: 'villages', site: 'sites', 'cable-route': 'cable-routes' } as const
  return (
    <PanelFrame
      title={t('panel.several', { n: formats.integer(candidates.length) })}
      subtitle={t('panel.choose')}
      focus_key={candidates.map(({ name }) => name).join()}
    >
      <ul className="chooser">
        {candidates.map((candidate) => {
          const { name, ...selection } = candidate
          if (candidate.type === 'unit') return null
          return (
            <li key={`${candidate.type} ${candidate.id}`}>
              <button
                type="button"
                className="village-name"
                onClick={() => useApp.setState((state) => select(state, selection))}
              >
                {name}
              </button>
              <span className="soft"> {t(`layers.${layerOf[candidate.type]}`)}</span>
            </li>
          )
        })}
      </ul>
    </PanelFrame>
  )
}
