/** What would the trial sites gain? The headline, shares and areas before and after, units and villages. */
import { isSameView } from '../../state/answer-slice.ts'
import { getAskedView } from '../../state/asked-view.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { useTrialScreen, type AnsweredTrial } from '../../state/trial-screen.ts'
import type { UnitArea } from '../../../core/coverage/area.ts'
import type { UnitShare } from '../../../core/coverage/share.ts'
import { gainedStates } from '../../../core/coverage/trial.ts'
import { StateMark } from '../state-mark.tsx'
import { BeforeAfter } from './before-after.tsx'
import { GainedUnits } from './gained-units.tsx'
import { GainedVillages } from './gained-villages.tsx'

/** Null until the question on screen has been answered. */
function useAnswered(): AnsweredTrial | null {
  const answered = useTrialScreen((screen) => screen.answered)
  const isCurrent = useApp((state) => answered !== null && isSameView(answered.view, getAskedView(state)))
  return isCurrent ? answered : null
}

/** The headline stands above the sites, where it stays in sight while one is dragged. */
export function TrialHeadline() {
  const { p } = usePartWords('circles')
  const answered = useAnswered()
  if (answered === null) {
    return <span className="skeleton skeleton-block" aria-busy="true" aria-label={p('gain.heading')} />
  }
  return <Gains answered={answered} />
}

export function TrialResults() {
  const answered = useAnswered()
  if (answered === null) return null
  return (
    <>
      <GainedUnits answered={answered} />
      <GainedVillages gained={answered.answer.gained} service={answered.view.question.service} />
    </>
  )
}

export function sumGained({ answer }: AnsweredTrial) {
  const of = gainedStates.map((state) => answer.gains[state])
  return {
    villages: of.reduce((total, { villages }) => total + villages, 0),
    households: of.reduce((total, { households }) => total + households, 0),
    people: of.reduce((total, { people }) => total + people, 0),
  }
}

function Gains({ answered }: { readonly answered: AnsweredTrial }) {
  const { t, p, formats } = usePartWords('circles')
  const isMoving = useTrialScreen((screen) => screen.moving !== null)
  const { villages, households, people } = sumGained(answered)
  const numbers = { households: formats.integer(households), people: formats.integer(people) }
  const announced = { n: formats.integer(villages), people: numbers.people }
  const { share } = answered.answer.province
  return (
    <section className="gain" aria-label={p('gain.heading')}>
      <h3>{p('gain.heading')}</h3>
      <p className="gain-headline">{p('gain.villages', { n: formats.integer(villages) })}</p>
      {villages === 0 ? <p>{p('gain.none')}</p> : <p>{p('gain.details', numbers)}</p>}
      <ul className="gain-states">
        {gainedStates
          .filter((state) => answered.answer.gains[state].villages > 0)
          .map((state) => (
            <li key={state}>
              <StateMark state={state} />{' '}
              {p(`gain.${state}`, { n: formats.integer(answered.answer.gains[state].villages) })}
            </li>
          ))}
      </ul>
      <dl className="facts">
        <div>
          <dt>{p('gain.share', { noun: t(`weights.${answered.view.weight}`) })}</dt>
          <dd>
            <BeforeAfter before={toShareText(share.before)} after={toShareText(share.after)} />
          </dd>
        </div>
        <AreaFact answered={answered} />
      </dl>
      {/* Said once the hand has let go, not with every pixel. */}
      <p className="visually-hidden" role="status">
        {isMoving ? '' : p('gain.announce', announced)}
      </p>
    </section>
  )

  function toShareText({ percent }: UnitShare): string {
    return percent === null ? '–' : formats.percent(percent)
  }
}

function AreaFact({ answered: { answer, sites, view } }: { readonly answered: AnsweredTrial }) {
  const { t, p, formats } = usePartWords('circles')
  const radius_m = useApp((state) => state.circle_radius_m)
  const { area } = answer.province
  if (area === null) return sites === 'hidden' ? <p className="note">{p('gain.hidden')}</p> : null
  const toText = ({ covered_m2, percent }: UnitArea) =>
    p('gain.area_of', {
      km2: p('km2', { n: formats.integer(covered_m2 / 1e6) }),
      percent: percent === null ? '–' : formats.percent(percent),
    })
  const kind = t(`gap_sites.${view.question.service}`)
  return (
    <div>
      <dt>{p('gain.area')}</dt>
      <dd>
        <BeforeAfter before={toText(area.before)} after={toText(area.after)} />
        <span className="soft gain-note">
          {p('gain.radius_note', { radius: formats.distance(radius_m), kind })}{' '}
          {sites === 'in_cells' && p('gain.in_cells')}
        </span>
      </dd>
    </div>
  )
}
