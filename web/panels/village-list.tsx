/** A list of villages that may be long: a hundred at a time. */
import { useState } from 'react'
import { useGapFacts } from '../hooks/use-gap-facts.ts'
import { useWords } from '../hooks/use-words.ts'
import type { AskedService } from '../../core/coverage/states.ts'
import type { ListedVillage } from '../state/village-list.ts'
import { VillageItem } from './village-item.tsx'

interface VillageListProps {
  readonly villages: readonly ListedVillage[]
  readonly service: AskedService
}

const step = 100

export function VillageList({ villages, service }: VillageListProps) {
  const { t, formats } = useWords()
  const toFacts = useGapFacts(service)
  const [shown, setShown] = useState(step)
  const more = Math.min(step, villages.length - shown)
  if (villages.length === 0) return <p className="soft">{t('gaps.none')}</p>
  return (
    <>
      <ul className="village-list">
        {villages.slice(0, shown).map((village) => (
          <VillageItem
            key={village.feature.id}
            village={village}
            facts={toFacts(village.feature)}
            service={service}
          />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="text-button" onClick={() => setShown(shown + step)}>
          {t('gaps.show_more', { n: formats.integer(more) })}
        </button>
      )}
    </>
  )
}
