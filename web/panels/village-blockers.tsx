/** What stands in the way of serving a village? First what has to be solved first; nothing that nobody recorded. */
import { listBlockers } from '../../core/gaps/blockers.ts'
import { useSurroundings } from '../hooks/use-surroundings.ts'
import { useWords } from '../hooks/use-words.ts'
import type { VillageRecord } from '../../core/api/records.ts'

export function VillageBlockers({ village }: { readonly village: VillageRecord }) {
  const { t } = useWords()
  const surroundings = useSurroundings()?.get(village.id) ?? null
  const blockers = listBlockers({ ...village, surroundings, recorded: [] })
  return (
    <section>
      <h3>{t('village.blockers')}</h3>
      {blockers.length === 0 ? (
        <p className="soft">{t('village.no_blockers')}</p>
      ) : (
        <ol className="village-blockers">
          {blockers.map((blocker) => (
            <li key={blocker}>{t(`blockers.${blocker}`)}</li>
          ))}
        </ol>
      )}
    </section>
  )
}
