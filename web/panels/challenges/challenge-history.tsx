/** Which steps were taken with one challenge, by whom and when, as far as one is told? The latest first. */
import type { ChallengeEvent } from '../../../core/api/challenges.ts'
import {
  challengeAnswers,
  challengeDetails,
  challengeOutcomes,
  type ChallengeDetail,
} from '../../../core/challenges/lifecycle.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { toMoment } from '../../i18n/moment.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { useChallengeWords, type ChallengeWords } from './use-challenge-words.ts'

export function ChallengeHistory({ id }: { readonly id: number }) {
  const { p } = useChallengeWords()
  const fetched = useFetched(id, (signal) => call('getChallenge', { params: { id }, signal }))
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
