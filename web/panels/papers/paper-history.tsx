/** Which steps were taken with one paper, by whom and when? The latest first. */
import { useEffect, useState } from 'react'
import type { DuePaperEvent } from '../../../core/api/due-papers.ts'
import { paperDetails } from '../../../core/duties/paper-lifecycle.ts'
import { ApiProblem, call } from '../../api.ts'
import type { Fetched } from '../../hooks/use-record.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { usePaperWords } from './use-paper-words.ts'

export function PaperHistory({ id }: { readonly id: number }) {
  const { p } = usePaperWords()
  const fetched = usePaperEvents(id)
  return (
    <section aria-label={p('history.title')}>
      {fetched.status === 'loading' && (
        <span className="skeleton skeleton-block" role="status" aria-label={p('history.loading')} />
      )}
      {fetched.status === 'failed' && <Refusal problem={fetched.problem} />}
      {fetched.status === 'ready' && (
        <ol className="edit-list assigned-history">
          {fetched.value
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

function usePaperEvents(id: number): Fetched<readonly DuePaperEvent[]> {
  const refresh_count = useApp((state) => state.refresh_count)
  const [fetched, setFetched] = useState<Fetched<readonly DuePaperEvent[]>>({ status: 'loading' })
  useEffect(() => {
    const stop = new AbortController()
    call('getDuePaper', { params: { id }, signal: stop.signal }).then(
      ({ events }) => setFetched({ status: 'ready', value: events }),
      (problem: unknown) => {
        if (stop.signal.aborted) return
        if (!(problem instanceof ApiProblem)) throw problem
        setFetched({ status: 'failed', problem })
      },
    )
    return () => stop.abort()
  }, [id, refresh_count])
  return fetched
}
