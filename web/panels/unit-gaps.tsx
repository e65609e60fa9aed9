/** Which villages of a unit have no service, and what is known to hinder each? The first of them, and the doors to all. */
import { useMemo } from 'react'
import type { CoverageState } from '../../core/coverage/states.ts'
import { useGapFacts } from '../hooks/use-gap-facts.ts'
import { useWords } from '../hooks/use-words.ts'
import { gapStates, listedStates, type ListView } from '../state/list-view.ts'
import { useApp } from '../state/store.ts'
import { openList } from '../state/transitions.ts'
import { listVillages } from '../state/village-list.ts'
import { StateMark } from './state-mark.tsx'
import { VillageItem } from './village-item.tsx'

interface UnitGapsProps {
  /** Position of the unit in the answer. */
  readonly unit_index: number
  readonly code: string
}

const shownAtOnce = 6

export function UnitGaps({ unit_index, code }: UnitGapsProps) {
  const { t, formats } = useWords()
  const answer = useApp((state) => state.answer)
  const villages = useApp((state) => state.sources.villages)
  const service = answer?.view.question.service ?? 'fibre'
  const toFacts = useGapFacts(service)
  const gaps = useMemo(
    () => (answer === null ? [] : listVillages(villages, answer, { unit_index, states: gapStates })),
    [villages, answer, unit_index],
  )
  const share = answer?.village_shares[unit_index]
  if (share === undefined) return null
  const lacks = t(`services.${service}.lacks`)
  const toCounted = (n: number) => t('counted.villages', { count: n, n: formats.integer(n) })
  const assigned = gaps.filter(({ feature }) => toFacts(feature).assignments.length > 0).length
  const open = (change: Partial<ListView>) =>
    useApp.setState((state) => openList(state, { scope: { type: 'unit', code }, ...change }))
  if (gaps.length === 0) {
    return (
      <section className="unit-gaps">
        <p>{t('unit.no_gaps', { lacks })}</p>
        <button type="button" className="text-button" onClick={() => open({ states: listedStates })}>
          {t('unit.see_all', { n: toCounted(share.total) })}
        </button>
      </section>
    )
  }
  return (
    <section className="unit-gaps">
      <h3>
        {t('unit.gaps', { counted: toCounted(share.not_covered), lacks })}
        {assigned > 0 && <span className="chip">{t('unit.assigned', { n: formats.integer(assigned) })}</span>}
      </h3>
      <StateDoors share={share} onOpen={(state) => open({ states: [state] })} />
      <ul>
        {gaps.slice(0, shownAtOnce).map((village) => (
          <VillageItem
            key={village.feature.id}
            village={village}
            facts={toFacts(village.feature)}
            service={service}
          />
        ))}
      </ul>
      <button type="button" className="text-button" onClick={() => open({ states: gapStates })}>
        {t('unit.see_all', { n: toCounted(gaps.length) })}
      </button>
    </section>
  )
}

interface StateDoorsProps {
  readonly share: Readonly<Record<CoverageState, number>>
  readonly onOpen: (state: CoverageState) => void
}

/** Every state that the unit has, with its number: each opens its list. */
function StateDoors({ share, onOpen }: StateDoorsProps) {
  const { t, formats } = useWords()
  return (
    <p className="unit-doors">
      {listedStates
        .filter((state) => share[state] > 0)
        .map((state) => (
          <button type="button" key={state} className={`door door-${state}`} onClick={() => onOpen(state)}>
            <StateMark state={state} />
            <span>
              {t('unit.state_door', { n: formats.integer(share[state]), state: t(`states.${state}`) })}
            </span>
          </button>
        ))}
    </p>
  )
}
