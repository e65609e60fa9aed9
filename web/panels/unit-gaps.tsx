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
    () => (answer === null ? [] : listVillages(villages, answer, { unit_index, filter: 'not_covered' })),
    [villages, answer, unit_index],
  )
  const lacks = t(`services.${service}.lacks`)
  const count = gaps.length
  if (count === 0) return <p>{t('unit.no_gaps', { lacks })}</p>
  const counted = t('counted.villages', { count, n: formats.integer(count) })
  const assigned = gaps.filter(({ feature }) => toFacts(feature).assignments.length > 0).length
  return (
    <section className="unit-gaps">
      <h3>
        {t('unit.gaps', { counted, lacks })}
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
          {t('unit.see_all', { n: counted })}
        </button>
      )}
    </section>
  )
}
