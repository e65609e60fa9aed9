/** One trial site: where it stands, how far it reaches, and what is wrong with it? */
import { useState } from 'react'
import { parsePosition } from '../../../core/coordinates/parse.ts'
import type { SiteCircle } from '../../../core/coverage/site-circle.ts'
import type { LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { lookAt } from '../../state/transitions.ts'
import { useTrialScreen } from '../../state/trial-screen.ts'
import { withMovedSite, withoutSite, withRadius } from '../../state/trial-sites.ts'
import { TextField } from '../villages/fields.tsx'
import { useReadingArea } from '../villages/use-reading-area.ts'
import { RadiusField } from './radius-field.tsx'

interface TrialItemProps {
  readonly site: SiteCircle
  readonly index: number
}

export function TrialItem({ site, index }: TrialItemProps) {
  const { p } = usePartWords('circles')
  const n = index + 1
  const moved = useTrialScreen((screen) => screen.moving?.[index])
  const shown = moved ?? site
  return (
    <li className="trial-site">
      <div className="trial-site-head">
        <strong>{p('trial.name', { n })}</strong>
        <div className="row-actions">
          <button
            type="button"
            className="text-button"
            aria-label={p('trial.show_name', { n })}
            onClick={() => useApp.setState((state) => lookAt(state, site.position))}
          >
            {p('trial.show')}
          </button>
          <button
            type="button"
            className="text-button"
            aria-label={p('trial.remove_name', { n })}
            onClick={() => useApp.setState(({ trial }) => ({ trial: withoutSite(trial, index) }))}
          >
            {p('trial.remove')}
          </button>
        </div>
      </div>
      <div className="trial-site-fields">
        <PositionField position={shown.position} index={index} />
        <RadiusField
          label={p('trial.radius')}
          radius_m={site.radius_m}
          onChange={(radius_m) =>
            useApp.setState(({ trial }) => ({ trial: withRadius(trial, index, radius_m) }))
          }
        />
      </div>
      <SiteProblem site={site} index={index} />
    </li>
  )
}

function PositionField({ position, index }: { readonly position: LngLat; readonly index: number }) {
  const { p } = usePartWords('circles')
  const area = useReadingArea()
  const [typed, setTyped] = useState<string | null>(null)
  const reading = typed === null ? null : parsePosition([typed], area)
  const isWrong = reading !== null && reading.type !== 'position'
  const isKept = typed !== null && (isWrong || isSame(reading, position))
  return (
    <TextField
      label={p('trial.position')}
      hint={p('trial.position_hint')}
      problem={isWrong ? p('trial.position_problem', { value: typed }) : null}
      value={isKept ? typed : toText(position)}
      onChange={(text) => {
        setTyped(text)
        const read = parsePosition([text], area)
        if (read.type !== 'position') return
        useApp.setState(({ trial }) => ({ trial: withMovedSite(trial, index, read.position) }))
      }}
    />
  )
}

function isSame(reading: ReturnType<typeof parsePosition> | null, [lng, lat]: LngLat): boolean {
  if (reading?.type !== 'position') return false
  return Math.abs(reading.position[0] - lng) < 1e-5 && Math.abs(reading.position[1] - lat) < 1e-5
}

/** As it is typed: latitude first. */
export function toText([lng, lat]: LngLat): string {
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`
}

function SiteProblem({ site, index }: TrialItemProps) {
  const { p } = usePartWords('circles')
  const problem = useTrialScreen(({ answered }) => answered?.answer.problems[index] ?? null)
  if (problem === null || problem.type === 'radius') return null
  const name = p('trial.name', { n: index + 1 })
  const key = problem.type === 'outside' ? 'trial.outside' : 'trial.bad_position'
  return (
    <p className="form-problem" role="alert">
      {p(key, { name, position: toText(site.position) })}
    </p>
  )
}
