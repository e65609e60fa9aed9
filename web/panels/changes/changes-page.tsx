/** Who changed what, lately? Filtered, opened on the map, put back, taken along as a file. */
import { useState } from 'react'
import { paths } from '../../../core/api/paths.ts'
import { toUrl } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { PageFrame } from '../page-frame.tsx'
import { ChangeItem } from './change-item.tsx'
import { ChangesFilterForm } from './changes-filter-form.tsx'
import { keptFilter, keepFilter } from './kept-filter.ts'
import { useChanges, type ChangesFilter } from './use-changes.ts'

export function ChangesPage() {
  const { t, p, formats } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const [filter, setFilter] = useState<ChangesFilter>(keptFilter)
  const { entries, problem, more, again } = useChanges(filter)
  const isFiltered = Object.keys(filter).length > 0
  const choose = (next: ChangesFilter) => {
    keepFilter(next)
    setFilter(next)
  }
  return (
    <PageFrame title={p('changes.title')}>
      <ChangesFilterForm filter={filter} onChange={choose} />
      <div className="row-actions">
        <a href={toUrl(paths.exportAudit, {}, filter)} download>
          {p('changes.export')}
        </a>
        {isFiltered && (
          <button type="button" className="text-button" onClick={() => choose({})}>
            {p('changes.clear')}
          </button>
        )}
      </div>
      {problem !== null && (
        <p className="form-problem" role="alert">
          {toProblemText(problem)}{' '}
          <button type="button" className="text-button" onClick={again}>
            {t('problem.retry')}
          </button>
        </p>
      )}
      <p role="status" className="note">
        {entries === null
          ? problem === null && p('changes.loading')
          : entries.length === 0
            ? isFiltered
              ? p('changes.none')
              : p('changes.none_at_all')
            : p('changes.loaded', { n: formats.integer(entries.length) })}
      </p>
      <ul>
        {entries?.map((entry) => (
          <ChangeItem key={entry.id} entry={entry} onRestored={again} />
        ))}
      </ul>
      {more !== null && (
        <button type="button" className="text-button" onClick={more}>
          {p('changes.more')}
        </button>
      )}
    </PageFrame>
  )
}
