/** What would change if a site stood here? Trial sites on the map, and what they would gain: a rough circle, marked as one. */
import { toCircleTechnologies } from '../../../core/coverage/circle-technologies.ts'
import { mostTrialSites } from '../../../core/coverage/trial.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { withTrialSite } from '../../state/trial-sites.ts'
import { PageFrame } from '../page-frame.tsx'
import { AskedInTheAir } from './asked-in-the-air.tsx'
import { EstimateMark } from './estimate-mark.tsx'
import { PlansSection } from './plans-section.tsx'
import { TrialExports } from './trial-exports.tsx'
import { TrialItem } from './trial-item.tsx'
import { TrialHeadline, TrialResults } from './trial-results.tsx'
import { useTrialMap } from './use-trial-map.ts'
import '../sites/editing.css'
import '../../styles/circles.css'

export function WhatIfPage() {
  const { p } = usePartWords('circles')
  const trial = useApp((state) => state.trial)
  const service = useApp((state) => state.question.service)
  const isInTheAir = toCircleTechnologies(service).length > 0
  useTrialMap()
  return (
    <PageFrame title={p('trial.title')}>
      <EstimateMark />
      <AskedInTheAir />
      {isInTheAir && trial.length > 0 && <TrialHeadline />}
      <p className="note">{p('trial.how')}</p>
      <ol className="trial-sites">
        {trial.map((site, index) => (
          <TrialItem key={index} site={site} index={index} />
        ))}
      </ol>
      <Adding />
      {isInTheAir && trial.length > 0 && <TrialResults />}
      {trial.length > 0 && <TrialExports />}
      <PlansSection />
    </PageFrame>
  )
}

function Adding() {
  const { p } = usePartWords('circles')
  const trial = useApp((state) => state.trial)
  return (
    <div className="row-actions">
      {trial.length >= mostTrialSites ? (
        <p>{p('trial.most', { n: mostTrialSites })}</p>
      ) : (
        <button type="button" className="plain-button" onClick={addInTheMiddle}>
          {p('trial.add')}
        </button>
      )}
      {trial.length > 0 && (
        <button
          type="button"
          className="text-button"
          onClick={() => useApp.setState({ trial: [], plan_id: null })}
        >
          {p('trial.clear')}
        </button>
      )}
    </div>
  )
}

/** Where the map looks; before anybody moved it, the middle of the province. */
function addInTheMiddle(): void {
  useApp.setState((state) => {
    const [west = 0, south = 0, east = 0, north = 0] = state.province?.bbox ?? []
    const middle = state.camera?.center ?? [(west + east) / 2, (south + north) / 2]
    return { trial: withTrialSite(state.trial, [middle[0], middle[1]]) }
  })
}
