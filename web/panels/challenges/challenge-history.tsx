/** Which steps were taken with one challenge, by whom and when, as far as one is told? The latest first. */
import { useEffect, useState } from 'react'
import type { ChallengeEvent } from '../../../core/api/challenges.ts'
import {
  challengeAnswers,
  challengeDetails,
  challengeOutcomes,
  type ChallengeDetail,
} from '../../../core/challenges/lifecycle.ts'
import { ApiProblem, call } from '../../api.ts'
import type { Fetched } from '../../hooks/use-record.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { useChallengeWords, type ChallengeWords } from './use-challenge-words.ts'

export function ChallengeHistory({ id }: { readonly id: number }) {
  const { p } = useChallengeWords()
  const fetched = useChallengeEvents(id)
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

function Step({ event }: { readonly event: ChallengeEvent }) {
  const words = useChallengeWords()
  const { p } = words
  return (
    <li>
      <p>
        <strong>{p(`moves.${event.move}` as 'moves.route', { defaultValue: event.move })}</strong>{' '}
        <span className="soft">
          {p('history.by', { who: event.actor ?? p('history.somebody'), when: toMoment(event.at) })}
        </span>
      </p>
      {challengeDetails
        .filter((detail) => event.details[detail] !== undefined)
        .map((detail) => (
          <p key={detail}>
            {p('history.detail', {
              label: p(`fields.${detail}`),
              value: toText(detail, String(event.details[detail]), words),
            })}
          </p>
        ))}
      {event.statement_ids.length > 0 && <p className="soft">{p('history.statement')}</p>}
    </li>
  )
}

function toText(detail: ChallengeDetail, value: string, { p, formats }: ChallengeWords): string {
  const answer = challengeAnswers.find((known) => known === value)
  const outcome = challengeOutcomes.find((known) => known === value)
  if (detail === 'answer' && answer !== undefined) return p(`answers.${answer}`)
  if (detail === 'outcome' && outcome !== undefined) return p(`outcomes.${outcome}`)
  return detail === 'happened_on' ? formats.date(value) : value
}

function useChallengeEvents(id: number): Fetched<readonly ChallengeEvent[]> {
  const refresh_count = useApp((state) => state.refresh_count)
  const [fetched, setFetched] = useState<Fetched<readonly ChallengeEvent[]>>({ status: 'loading' })
  useEffect(() => {
    const stop = new AbortController()
    call('getChallenge', { params: { id }, signal: stop.signal }).then(
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
