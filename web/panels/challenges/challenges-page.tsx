/** Who says that coverage is not what a carrier reports, what does it answer, and what is found? */
import '../villages/villages.css'
import '../assigned/assigned.css'
import '../papers/papers.css'
import { useState } from 'react'
import { can } from '../../../core/permissions.ts'
import { useRole } from '../../hooks/use-role.ts'
import { allChallenges, filterChallenges, sortChallenges, useFiling } from '../../state/challenge-rows.ts'
import { ListProblem } from '../list-problem.tsx'
import { PageFrame } from '../page-frame.tsx'
import { ChallengeBoard } from './challenge-board.tsx'
import { ChallengeFilters } from './challenge-filters.tsx'
import { ChallengeLine } from './challenge-line.tsx'
import { FileForm } from './file-form.tsx'
import { useChallengeWords } from './use-challenge-words.ts'
import { useChallenges, type ToldChallenges } from './use-challenges.ts'

export function ChallengesPage() {
  const { p } = useChallengeWords()
  const fetched = useChallenges()
  const role = useRole()
  const { village } = useFiling()
  const [saved, setSaved] = useState('')
  return (
    <PageFrame title={p('title')}>
      {village !== null && can(role, 'create', 'challenges') && (
        <FileForm key={village.id} village={village} onSaved={setSaved} />
      )}
      <p role="status" className="edit-saved">
        {saved}
      </p>
      {fetched.status === 'loading' && (
        <span className="skeleton skeleton-block" role="status" aria-busy="true" aria-label={p('loading')} />
      )}
      {fetched.status === 'failed' && <ListProblem problem={fetched.problem} onRetry={fetched.retry} />}
      {fetched.status === 'ready' && <List told={fetched.list} onSaved={setSaved} />}
    </PageFrame>
  )
}

interface ListProps {
  readonly told: ToldChallenges
  readonly onSaved: (text: string) => void
}

function List({ told: { challenges, today, answer_days }, onSaved }: ListProps) {
  const { p, formats } = useChallengeWords()
  const role = useRole()
  const [filter, setFilter] = useState(allChallenges)
  const listed = sortChallenges(filterChallenges(challenges, filter))
  const kind = role === 'admin' || role === 'anonymous' ? 'staff' : role
  const [n, all] = [formats.integer(listed.length), formats.integer(challenges.length)]
  const isFiltered = listed.length < challenges.length
  return (
    <>
      <p className="note">{p(`intro.${kind}`, { n: formats.integer(answer_days) })}</p>
      {challenges.length === 0 ? (
        <p>{p('empty')}</p>
      ) : (
        <>
          <ChallengeBoard challenges={challenges} />
          <ChallengeFilters challenges={challenges} filter={filter} onChange={setFilter} />
          <div className="assigned-head">
            <p role="status">{isFiltered ? p('count_of', { n, all }) : p('count', { n })}</p>
            {isFiltered && (
              <button type="button" className="text-button" onClick={() => setFilter(allChallenges)}>
                {p('show_all')}
              </button>
            )}
          </div>
          {listed.length === 0 && <p>{p('none')}</p>}
          <ul className="assigned-list">
            {listed.map((one) => (
              <ChallengeLine key={one.id} challenge={one} all={challenges} today={today} onSaved={onSaved} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
