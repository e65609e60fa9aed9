/** Which of several things under one click? */
import type { Site } from '../../core/inventory/sites.ts'
import { useWords } from '../hooks/use-words.ts'
import type { MapCandidate } from '../map/map-view-props.ts'
import { useApp } from '../state/store.ts'
import { select } from '../state/transitions.ts'
import { CarrierMark } from './carrier-mark.tsx'
import { PanelFrame } from './panel-frame.tsx'

export function ChooserPanel({ candidates }: { readonly candidates: readonly MapCandidate[] }) {
  const { t, formats } = useWords()
  const layerOf = {
    village: 'villages',
    site: 'sites',
    'cable-route': 'cable-routes',
    facility: 'facilities',
  } as const
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
              {candidate.type === 'site' && <SiteOwners id={candidate.id} />}
            </li>
          )
        })}
      </ul>
    </PanelFrame>
  )
}

/** Masts at one place often share a name: their codes and whose stations they carry tell them apart. */
function SiteOwners({ id }: { readonly id: number }) {
  const site = useApp((state) => state.sources.sites?.features.find((feature) => feature.id === id))
  if (site === undefined) return null
  const { code, carriers } = site.properties as Pick<Site, 'code' | 'carriers'>
  return (
    <span className="chooser-site">
      <span className="soft">{code}</span>
      {carriers.map((carrier) => (
        <CarrierMark key={carrier} code={carrier} />
      ))}
    </span>
  )
}
