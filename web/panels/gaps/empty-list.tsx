/** Why is the list empty, and how does one get out of that? */
import type { OpenGapList } from '../../hooks/use-gap-list.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listedStates } from '../../state/list-view.ts'
import { useApp } from '../../state/store.ts'
import { askQuestion } from '../../state/transitions.ts'
import { changeList } from './change-list.ts'
import { toScopeName, toStateNames } from './list-words.ts'

export function EmptyList({ open: { view, scope } }: { readonly open: OpenGapList }) {
  const words = usePartWords('gaps')
  const { p, t } = words
  const question = useApp((state) => state.question)
  const carrier = useApp((state) =>
    state.province?.carriers.find(({ code }) => code === state.question.carrier),
  )
  const filters = [
    toScopeName(view.scope, scope, words),
    p('filter_states', { states: toStateNames(view.states, words) }),
    ...(question.power === 'any' ? [] : [t(`powers.${question.power}`)]),
    ...(question.assigned === 'any' ? [] : [t(`assigneds.${question.assigned}`)]),
    ...(carrier === undefined ? [] : [p('filter_carrier', { carrier: carrier.name })]),
  ]
  const ways = [
    {
      label: p('show_all_states'),
      is_offered: view.states.length < listedStates.length && scope !== null,
      go: () => changeList({ states: listedStates }),
    },
    {
      label: p('whole_province'),
      is_offered: view.scope.type !== 'province',
      go: () => changeList({ scope: { type: 'province' } }),
    },
    { label: p('drop_power'), is_offered: question.power !== 'any', go: () => ask({ power: 'any' }) },
    {
      label: p('drop_assigned'),
      is_offered: question.assigned !== 'any',
      go: () => ask({ assigned: 'any' }),
    },
  ]
  return (
    <div className="gap-empty">
      <p>
        <strong>{p('empty')}</strong> {p('empty_because', { filters: filters.join('; ') })}
      </p>
      {ways
        .filter(({ is_offered }) => is_offered)
        .map(({ label, go }) => (
          <button type="button" className="plain-button" key={label} onClick={go}>
            {label}
          </button>
        ))}
    </div>
  )
}

function ask(change: Parameters<typeof askQuestion>[1]): void {
  useApp.setState((state) => askQuestion(state, change))
}
