/** Where on the way from the act to the acceptance is it, and what interrupts it? */
import type { AssignmentEvent, AssignmentRecord } from '../../../core/api/assignments.ts'
import { assignmentPath } from '../../../core/assignments/lifecycle.ts'
import { toMoment } from '../../i18n/moment.ts'
import { toPathState } from '../../state/assigned-step.ts'
import { AssignedMarkIcon } from './assigned-mark.tsx'
import { useAssignedWords } from './use-assigned-words.ts'

interface ProgressPathProps {
  readonly record: AssignmentRecord
  readonly events: readonly AssignmentEvent[]
}

export function ProgressPath({ record: { progress }, events }: ProgressPathProps) {
  const { p } = useAssignedWords()
  if (progress === null) return null
  const here = toPathState(progress.state, events)
  const reached = assignmentPath.indexOf(here)
  return (
    <section>
      <h4>{p('opened.path')}</h4>
      <ol className="assigned-path">
        {assignmentPath.map((state, index) => (
          <li
            key={state}
            data-reached={index < reached}
            {...(state === here ? { 'aria-current': 'step' as const } : {})}
          >
            <span aria-hidden="true" className="assigned-path-mark">
              {index < reached ? '✓' : index + 1}
            </span>
            {p(`states.${state}`)}
          </li>
        ))}
      </ol>
      {(progress.state === 'blocked' || progress.state === 'returned') && (
        <p className="assigned-standing">
          <AssignedMarkIcon mark={progress.state} />
          <strong>
            {p('opened.beside', { state: p(`states.${progress.state}`), step: p(`states.${here}`) })}
          </strong>
        </p>
      )}
      <Said progress={progress} />
    </section>
  )
}

/** What was said last: the blocker, the reason of a return, what the UBND was asked and answered. */
function Said({ progress }: { readonly progress: NonNullable<AssignmentRecord['progress']> }) {
  const { p, t } = useAssignedWords()
  const { state, blocker, text, reason } = progress
  return (
    <>
      {state === 'blocked' && blocker !== null && (
        <p>{p('opened.blocked', { blocker: t(`blockers.${blocker}`), text: text ?? '' })}</p>
      )}
      {state === 'returned' && reason !== null && (
        <p className="assigned-reason">{p('opened.reason', { reason })}</p>
      )}
      {state !== 'blocked' && text !== null && <p className="soft">{text}</p>}
      <LocalSaid progress={progress} />
    </>
  )
}

function LocalSaid({ progress }: { readonly progress: NonNullable<AssignmentRecord['progress']> }) {
  const { p } = useAssignedWords()
  const { local_asked_at, local_answer } = progress
  if (local_answer !== null) return <p>{p('queue.answered', { answer: p(`answers.${local_answer}`) })}</p>
  if (local_asked_at === null) return null
  return <p>{p('queue.asked', { when: toMoment(local_asked_at) })}</p>
}
