/** Of which share is this the list: numerator, denominator, what is not known, from which data, and what does it mean? */
import type { CoverageState } from '../../../core/coverage/states.ts'
import type { OpenGapList } from '../../hooks/use-gap-list.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listedStates, withState } from '../../state/list-view.ts'
import { toShownDate } from '../../state/question-slice.ts'
import { useApp } from '../../state/store.ts'
import { FigureMeaning } from '../figure-meaning.tsx'
import { StateMark } from '../state-mark.tsx'
import { changeList } from './change-list.ts'
import { toScopeName, toUnitNames } from './list-words.ts'

export function ListHead({ open }: { readonly open: OpenGapList }) {
  const words = usePartWords('gaps')
  const { scope, view, answer } = open
  const isClass = view.scope.type === 'share' || view.scope.type === 'remaining'
  return (
    <header className="list-head">
      <h3>{toScopeName(view.scope, scope, words)}</h3>
      {view.scope.type !== 'province' && (
        <button
          type="button"
          className="text-button"
          onClick={() => changeList({ scope: { type: 'province' } })}
        >
          {words.p('whole_province')}
        </button>
      )}
      {isClass && scope !== null && <p className="note">{toUnitNames(scope, words)}</p>}
      {scope !== null && <Fraction open={open} />}
      <StateChoice open={open} />
      <DataLine open={open} />
      {view.meaning === 'open' && (
        <div
          className="list-meaning"
          id="list-meaning"
          role="region"
          aria-label={words.p('meaning_label')}
          // It scrolls by itself, by keyboard as well.
          tabIndex={0}
        >
          <FigureMeaning answer={answer} share={scope?.share} isProvince={view.scope.type === 'province'} />
        </div>
      )}
    </header>
  )
}

function Fraction({ open: { scope, answer } }: { readonly open: OpenGapList }) {
  const { p, t, formats } = usePartWords('gaps')
  if (scope === null) return null
  const { share } = scope
  const { service } = answer.view.question
  return (
    <p className="list-fraction">
      <strong>{share.percent === null ? '–' : formats.percent(share.percent)}</strong>{' '}
      {p('fraction', {
        covered: formats.integer(share.covered),
        total: t(`counted.${answer.view.weight}`, { count: share.total, n: formats.integer(share.total) }),
        has: t(`services.${service}.has`),
      })}
    </p>
  )
}

/** Which states are listed; each says how many villages it has, so that nothing is left out unseen. */
function StateChoice({ open: { scope, view } }: { readonly open: OpenGapList }) {
  const { p, formats } = usePartWords('gaps')
  const toCount = (state: CoverageState) => scope?.village_share[state] ?? 0
  return (
    <div className="list-states" role="group" aria-label={p('states')}>
      {listedStates.map((state) => (
        <button
          type="button"
          key={state}
          className="list-state"
          aria-pressed={view.states.includes(state)}
          onClick={() => changeList({ states: withState(view.states, state) })}
        >
          <StateMark state={state} />
          {p('state_button', { state: p(`states_of.${state}`), n: formats.integer(toCount(state)) })}
        </button>
      ))}
    </div>
  )
}

function DataLine({ open: { view } }: { readonly open: OpenGapList }) {
  const { p, formats } = usePartWords('gaps')
  const province = useApp((state) => state.province)
  const question = useApp((state) => state.question)
  const today = useApp((state) => state.today)
  if (province === null) return null
  const isOpen = view.meaning === 'open'
  return (
    <p className="note list-data">
      <button
        type="button"
        className="text-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'list-meaning' : undefined}
        onClick={() => changeList({ meaning: isOpen ? 'closed' : 'open' })}
      >
        {p('meaning_open')}
      </button>
      <span>
        {p('data', {
          date: formats.date(toShownDate(question, province, today)),
          source: province.data.title ?? '–',
        })}
      </span>
      {province.data.is_sample && <span className="chip">{p('sample')}</span>}
    </p>
  )
}
