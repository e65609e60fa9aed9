/** What does each carrier and each district owe on paper, by when, and what is known of it? */
import '../villages/villages.css'
import '../assigned/assigned.css'
import './papers.css'
import { useState } from 'react'
import type { DuePaper } from '../../../core/api/due-papers.ts'
import { useRole } from '../../hooks/use-role.ts'
import { allPapers, filterPapers, groupPapers } from '../../state/paper-rows.ts'
import { ListProblem } from '../list-problem.tsx'
import { PageFrame } from '../page-frame.tsx'
import { PaperCounts } from './paper-counts.tsx'
import { PaperFilters } from './paper-filters.tsx'
import { PaperGroup } from './paper-group.tsx'
import { usePaperWords } from './use-paper-words.ts'
import { usePapers } from './use-papers.ts'

export function PapersPage() {
  const { p } = usePaperWords()
  const told = usePapers()
  return (
    <PageFrame title={p('title')}>
      {told.status === 'loading' && (
        <span className="skeleton skeleton-block" role="status" aria-busy="true" aria-label={p('loading')} />
      )}
      {told.status === 'failed' && <ListProblem problem={told.problem} onRetry={told.retry} />}
      {told.status === 'ready' && <Register papers={told.list.papers} today={told.list.today} />}
    </PageFrame>
  )
}

interface RegisterProps {
  readonly papers: readonly DuePaper[]
  readonly today: string
}

function Register({ papers, today }: RegisterProps) {
  const { p, formats } = usePaperWords()
  const [filter, setFilter] = useState(allPapers)
  const [saved, setSaved] = useState('')
  const role = useRole()
  const listed = filterPapers(papers, filter)
  if (papers.length === 0) {
    return <p className="note">{role === 'local' ? p('empty_local') : p('empty')}</p>
  }
  const [n, all] = [formats.integer(listed.length), formats.integer(papers.length)]
  const isFiltered = listed.length < papers.length
  return (
    <>
      <Introduction papers={papers} />
      <PaperCounts papers={papers} filter={filter} onChange={setFilter} />
      {papers.length > 3 && <PaperFilters papers={papers} filter={filter} onChange={setFilter} />}
      <div className="assigned-head">
        <p role="status">{isFiltered ? p('count_of', { n, all }) : p('count', { n })}</p>
        {isFiltered && (
          <button type="button" className="text-button" onClick={() => setFilter(allPapers)}>
            {p('show_all')}
          </button>
        )}
      </div>
      <p role="status" className="edit-saved">
        {saved}
      </p>
      {listed.length === 0 && <p>{p('none')}</p>}
      {groupPapers(listed).map((group) => (
        <PaperGroup key={group.duty_code} group={group} today={today} onSaved={setSaved} />
      ))}
    </>
  )
}

function Introduction({ papers }: { readonly papers: readonly DuePaper[] }) {
  const { p } = usePaperWords()
  const role = useRole()
  const kind = role === 'admin' || role === 'anonymous' ? 'staff' : role
  return (
    <>
      <p className="note">{p(`intro.${kind}`)}</p>
      {papers.some(({ standing }) => standing === 'unknown' || standing === 'ended') && (
        <p className="note">{p('unknown_note')}</p>
      )}
      {papers.some(({ ower_valid_to }) => ower_valid_to !== null) && (
        <p className="note">{p('district_note')}</p>
      )}
    </>
  )
}
