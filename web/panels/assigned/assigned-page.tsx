/** Which villages were assigned to which carrier, and how far is each? One's own work on top, the register below. */
import '../villages/villages.css'
import './assigned.css'
import { useMemo } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useRole } from '../../hooks/use-role.ts'
import { toMoment } from '../../i18n/moment.ts'
import { assignedMarks, filterAssigned, type AssignedRow } from '../../state/assigned-rows.ts'
import { assignedFilters, openingAssigned } from '../../state/assigned-view.ts'
import { useApp } from '../../state/store.ts'
import { UnsentPanel } from '../outbox/unsent-panel.tsx'
import { ListProblem } from '../list-problem.tsx'
import { PageFrame } from '../page-frame.tsx'
import { AssignedBoard } from './assigned-board.tsx'
import { AssignedExport } from './assigned-export.tsx'
import { AssignedFilters } from './assigned-filters.tsx'
import { AssignedGroups } from './assigned-groups.tsx'
import { AssignedMarkIcon } from './assigned-mark.tsx'
import { ChallengeAnswersPlace } from './assigned-places.tsx'
import { AssignedTimeline } from './assigned-timeline.tsx'
import { ConfirmationQueue } from './confirmation-queue.tsx'
import { LocalQuestions } from './local-questions.tsx'
import { OverdueLetters } from './overdue-letters.tsx'
import { OpenedAssignment } from './opened-assignment.tsx'
import { listOnly } from './change-assigned.ts'
import { useAssignedMap } from './use-assigned-map.ts'
import { useAssignedWords } from './use-assigned-words.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useKnownFilters } from './use-known-filters.ts'
import { useRegister } from './use-register.ts'

export function AssignedPage() {
  const { p } = useAssignedWords()
  const register = useRegister()
  return (
    <PageFrame title={p('title')}>
      <UnsentPanel />
      {register.status === 'ready' && register.kept_at !== null && <KeptNote kept_at={register.kept_at} />}
      {register.status === 'loading' && (
        <span className="skeleton skeleton-block" role="status" aria-busy="true" aria-label={p('loading')} />
      )}
      {register.status === 'failed' && <ListProblem problem={register.problem} onRetry={register.retry} />}
      {register.status === 'ready' && <Assigned rows={register.rows} today={register.today} />}
    </PageFrame>
  )
}

/** The network is away: what stands here is what the server told last. */
function KeptNote({ kept_at }: { readonly kept_at: string }) {
  const { p } = usePartWords('outbox')
  return (
    <p className="sample-note" role="status">
      {p('kept_list', { when: toMoment(kept_at) })}
    </p>
  )
}

interface AssignedProps {
  readonly rows: readonly AssignedRow[]
  readonly today: string
}

function Assigned({ rows, today }: AssignedProps) {
  const view = useApp((state) => state.assigned)
  const listed = useMemo(() => filterAssigned(rows, view), [rows, view])
  useKnownFilters(rows)
  useAssignedMap(listed)
  return view.opened_id === null ? (
    <List rows={rows} listed={listed} today={today} />
  ) : (
    <OpenedAssignment key={view.opened_id} id={view.opened_id} today={today} />
  )
}

function List({ rows, listed, today }: AssignedProps & { readonly listed: readonly AssignedRow[] }) {
  const { p, formats } = useAssignedWords()
  const role = useRole()
  const filtered_by = useFilterWords(rows)
  const [n, all] = [formats.integer(listed.length), formats.integer(rows.length)]
  return (
    <>
      <Introduction />
      {rows.some(({ record }) => record.is_sample) && <p className="sample-note">{p('sample')}</p>}
      {role === 'local' && <LocalQuestions rows={rows} />}
      {(role === 'staff' || role === 'admin') && <ConfirmationQueue rows={rows} today={today} />}
      {rows.length === 0 ? (
        <p>{p('empty')}</p>
      ) : (
        <>
          <AssignedBoard rows={rows} />
          <ChallengeAnswersPlace />
          <AssignedFilters rows={rows} />
          <div className="assigned-head">
            <p role="status">
              {listed.length === rows.length ? p('count', { n }) : p('count_of', { n, all })}
            </p>
            <AssignedExport rows={listed} today={today} filtered_by={filtered_by} />
          </div>
          <AssignedTimeline rows={listed} today={today} />
          {(role === 'staff' || role === 'admin') && <OverdueLetters rows={listed} today={today} />}
          <ShowAll is_empty={listed.length === 0} />
          {rows.some(({ record }) => record.progress !== null) && <MarkLegend />}
          <AssignedGroups rows={listed} />
        </>
      )}
    </>
  )
}

function Introduction() {
  const { p, nameCarrier } = useAssignedWords()
  const role = useRole()
  const carrier = useApp((state) => state.session?.carrier_code ?? '')
  const kind = role === 'admin' ? 'staff' : role
  return <p className="note">{p(`intro.${kind}`, { carrier: nameCarrier(carrier) })}</p>
}

function ShowAll({ is_empty }: { readonly is_empty: boolean }) {
  const { p } = useAssignedWords()
  const isFiltered = useApp(({ assigned }) => assignedFilters.some((filter) => assigned[filter] !== null))
  if (!isFiltered) return null
  return (
    <p>
      {is_empty && `${p('none')} `}
      <button type="button" className="text-button" onClick={() => listOnly(openingAssigned)}>
        {p('show_all')}
      </button>
    </p>
  )
}

function MarkLegend() {
  const { p } = useAssignedWords()
  return (
    <ul className="assigned-legend" aria-label={p('legend')}>
      {assignedMarks.map((mark) => (
        <li key={mark}>
          <AssignedMarkIcon mark={mark} /> {p(`marks.${mark}`)}
        </li>
      ))}
    </ul>
  )
}
