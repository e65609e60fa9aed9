/** How many papers stand how? Each number lists what it counts. */
import type { DuePaper } from '../../../core/api/due-papers.ts'
import { countStandings, type PaperFilter } from '../../state/paper-rows.ts'
import { PaperMark } from './paper-mark.tsx'
import { usePaperWords } from './use-paper-words.ts'

interface PaperCountsProps {
  readonly papers: readonly DuePaper[]
  readonly filter: PaperFilter
  readonly onChange: (filter: PaperFilter) => void
}

export function PaperCounts({ papers, filter, onChange }: PaperCountsProps) {
  const { p, formats } = usePaperWords()
  return (
    <ul className="paper-counts" aria-label={p('filters.standing')}>
      {countStandings(papers).map(({ standing, count }) => {
        const isChosen = filter.standing === standing
        return (
          <li key={standing}>
            <button
              type="button"
              className="plain-button"
              aria-pressed={isChosen}
              onClick={() => onChange({ ...filter, standing: isChosen ? '' : standing })}
            >
              <PaperMark standing={standing} /> {p(`standings.${standing}`)}{' '}
              <span className="assigned-count">{formats.integer(count)}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
