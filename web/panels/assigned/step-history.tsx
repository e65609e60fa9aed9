/** Which steps were taken, by whom, when, and what was said? The latest first. */
import type { AssignmentEvent } from '../../../core/api/assignments.ts'
import { localAnswers, moveDetails, type MoveDetail } from '../../../core/assignments/lifecycle.ts'
import { blockers } from '../../../core/gaps/blockers.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useAssignedWords, type AssignedWords } from './use-assigned-words.ts'

export function StepHistory({ events }: { readonly events: readonly AssignmentEvent[] }) {
  const { p } = useAssignedWords()
  return (
    <section>
      <h4>{p('history.title')}</h4>
      {events.length === 0 && <p className="soft">{p('history.none')}</p>}
      <ol className="edit-list assigned-history">
        {events
          .toSorted((a, b) => b.id - a.id)
          .map((event) => (
            <Step key={event.id} event={event} />
          ))}
      </ol>
    </section>
  )
}

function Step({ event }: { readonly event: AssignmentEvent }) {
  const words = useAssignedWords()
  const { p, formats } = words
  const details = moveDetails.flatMap((detail) => {
    const value = event.details[detail]
    return value === undefined ? [] : [[detail, toText(detail, value, words)] as const]
  })
  return (
    <li>
      <p>
        <strong>{p(`moves.${event.move}` as 'moves.survey', { defaultValue: event.move })}</strong>{' '}
        <span className="soft">
          {p('history.by', { who: event.actor ?? p('history.somebody'), when: toMoment(event.at) })}
        </span>
      </p>
      {details.map(([detail, value]) => (
        <p key={detail}>
          {p('history.detail', {
            label:
              detail === 'technologies' && event.move === 'reopen'
                ? p('fields.technologies_gone')
                : p(`fields.${detail}`),
            value,
          })}
        </p>
      ))}
      {event.statement_ids.length > 0 && (
        <p className="soft">{p('history.statements', { n: formats.integer(event.statement_ids.length) })}</p>
      )}
    </li>
  )
}

function toText(detail: MoveDetail, value: unknown, { p, t, formats, nameServices }: AssignedWords): string {
  if (value === null) return p('history.none_given')
  if (Array.isArray(value)) return nameServices(value.map(String))
  const text = String(value)
  if (detail === 'blocker') return t(`blockers.${blockers.find((known) => known === text) ?? 'other'}`)
  if (detail === 'answer') {
    const answer = localAnswers.find((known) => known === text)
    return answer === undefined ? text : p(`answers.${answer}`)
  }
  return detail.endsWith('_on') ? formats.date(text) : text
}
