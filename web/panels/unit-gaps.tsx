/** Which villages of a unit have no service, and what is known to hinder each? */
import { useMemo } from 'react'
import { useGapFacts } from '../hooks/use-gap-facts.ts'
import { useWords } from '../hooks/use-words.ts'
import { useApp } from '../state/store.ts'
import { listVillages } from '../state/village-list.ts'
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
    () =>
      answer === null
        ? []
        : (['not_covered', 'partial'] as const).flatMap((filter) =>
            listVillages(villages, answer, { unit_index, filter }),
          ),
    [villages, answer, unit_index],
  )
  const lacks = t(`services.${service}.lacks`)
  const count = gaps.length
  if (count === 0) return <p>{t('unit.no_gaps', { lacks })}</p>
  const lacking = gaps.filter(({ state }) => state === 'not_covered').length
  const partly = count - lacking
  const toCounted = (n: number) => t('counted.villages', { count: n, n: formats.integer(n) })
  const assigned = gaps.filter(({ feature }) => toFacts(feature).assignments.length > 0).length
  return (
    <section className="unit-gaps">
      <h3>
        {t('unit.gaps', { counted: toCounted(lacking), lacks })}
        {partly > 0 && ` · ${t('unit.partly', { n: formats.integer(partly) })}`}
        {assigned > 0 && <span className="chip">{t('unit.assigned', { n: formats.integer(assigned) })}</span>}
      </h3>
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
      {count > shownAtOnce && (
        <button
          type="button"
          className="text-button"
          onClick={() => useApp.setState({ dialog: { type: 'figure', code, filter: 'not_covered' } })}
        >
          {t('unit.see_all', { n: toCounted(lacking) })}
        </button>
      )}
    </section>
  )
}
