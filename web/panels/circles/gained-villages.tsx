/** Which villages would be gained? By people, with what hinders each; a press opens the village. */
import { memo, useMemo, useState } from 'react'
import { useGapFacts } from '../../hooks/use-gap-facts.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toGainedRows } from '../../state/gained-rows.ts'
import { useApp } from '../../state/store.ts'
import type { AskedService } from '../../../core/coverage/states.ts'
import type { GainedVillage } from '../../workers/trial.ts'
import { VillageItem } from '../village-item.tsx'

const atFirst = 20

interface GainedVillagesProps {
  readonly gained: readonly GainedVillage[]
  readonly service: AskedService
}

/** Answers come ten times a second while a hand moves a site, and most gain the same villages as before. */
export const GainedVillages = memo(function GainedVillages({ gained, service }: GainedVillagesProps) {
  const { p, formats } = usePartWords('circles')
  const villages = useApp((state) => state.sources.villages)
  const rows = useMemo(() => toGainedRows(villages, gained), [villages, gained])
  const factsOf = useGapFacts(service)
  const [most, setMost] = useState(atFirst)
  if (rows.length === 0) return null
  return (
    <section aria-label={p('gain.list')}>
      <h3>{p('gain.list')}</h3>
      <ul className="gained-villages">
        {rows.slice(0, most).map((row) => (
          <VillageItem key={row.feature.id} village={row} facts={factsOf(row.feature)} service={service} />
        ))}
      </ul>
      {rows.length > most && (
        <button type="button" className="text-button" onClick={() => setMost(rows.length)}>
          {p('gain.more', { n: formats.integer(rows.length - most) })}
        </button>
      )}
    </section>
  )
})
