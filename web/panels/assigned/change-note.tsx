/** Somebody else took a step while the form was open: who, from where to where? */
import type { AssignmentEvent, AssignmentRecord } from '../../../core/api/assignments.ts'
import type { AssignmentMoveName } from '../../../core/assignments/lifecycle.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'

interface ChangeNoteProps {
  readonly before: AssignmentRecord
  readonly after: AssignmentRecord
  readonly events: readonly AssignmentEvent[]
  readonly move: AssignmentMoveName
  readonly moves: readonly AssignmentMoveName[]
}

export function ChangeNote({ before, after, events, move, moves }: ChangeNoteProps) {
  const { p } = usePartWords('assigned')
  const latest = events.toSorted((a, b) => b.id - a.id)[0]
  const [from, to] = [before.progress?.state, after.progress?.state]
  return (
    <section className="edit-conflict" role="alert">
      <p>
        <strong>{p('changed.title')}</strong>
        {latest !== undefined &&
          `: ${p('history.by', { who: latest.actor ?? p('history.somebody'), when: toMoment(latest.at) })}`}
      </p>
      <p>
        {from === undefined || to === undefined || from === to
          ? p('changed.other')
          : p('changed.state', { before: p(`states.${from}`), after: p(`states.${to}`) })}
      </p>
      <p>{moves.includes(move) ? p('changed.kept') : p('changed.closed', { move: p(`moves.${move}`) })}</p>
    </section>
  )
}
