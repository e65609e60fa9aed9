/** Which steps were taken with one paper, by whom and when? The latest first. */
import type { DuePaperEvent } from '../../../core/api/due-papers.ts'
import { paperDetails } from '../../../core/duties/paper-lifecycle.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { toMoment } from '../../i18n/moment.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { usePaperWords } from './use-paper-words.ts'

export function PaperHistory({ id }: { readonly id: number }) {
  const { p } = usePaperWords()
  const fetched = useFetched(id, (signal) => call('getDuePaper', { params: { id }, signal }))
  return (
    <section aria-label={p('history.title')}>
      {fetched.status === 'loading' && (
        <span className="skeleton skeleton-block" role="status" aria-label={p('history.loading')} />
      )}
      {fetched.status === 'failed' && <Refusal problem={fetched.problem} />}
      {fetched.status === 'ready' && (
        <ol className="edit-list assigned-history">
          {fetched.value.events
            .toSorted((a, b) => b.id - a.id)
            .map((event) => (
              <Step key={event.id} event={event} />
            ))}
        </ol>
      )}
    </section>
  )
}

function Step({ event }: { readonly event: DuePaperEvent }) {
  const { p, formats } = usePaperWords()
  return (
    <li>
      <p>
        <strong>{p(`moves.${event.move}` as 'moves.accept', { defaultValue: event.move })}</strong>{' '}
        <span className="soft">
          {p('history.by', { who: event.actor ?? p('history.somebody'), when: toMoment(event.at) })}
        </span>
      </p>
      {paperDetails
        .filter((detail) => event.details[detail] !== undefined)
        .map((detail) => {
          const value = String(event.details[detail])
          return (
            <p key={detail}>
              {p('history.detail', {
                label: p(`fields.${detail}`),
                value: detail === 'sent_on' ? formats.date(value) : value,
              })}
            </p>
          )
        })}
    </li>
  )
}
