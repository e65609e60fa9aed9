/** What was seen, by whom as far as one is told, what runs, what was answered and what was found? */
import type { Challenge } from '../../../core/api/challenges.ts'
import { CarrierMark } from '../carrier-mark.tsx'
import { StateMark } from '../state-mark.tsx'
import { useChallengeWords } from './use-challenge-words.ts'

export function ChallengeFacts({ challenge }: { readonly challenge: Challenge }) {
  const { p, t, formats } = useChallengeWords()
  const { village_name, commune_name, district_name, carrier_code, service, observed_state } = challenge
  return (
    <div>
      <p>
        <strong>{village_name}</strong> <span className="soft">{`${commune_name}, ${district_name}`}</span>
      </p>
      <p>
        <CarrierMark code={carrier_code} /> · {t(`services.${service}.name`)} ·{' '}
        <span className="soft">{p('row.number', { id: challenge.id })}</span>
      </p>
      <p>
        <strong>{p(`states.${challenge.state}`)}</strong> <Clock challenge={challenge} />
      </p>
      <p className="assigned-today">
        <StateMark state={observed_state} />
        {p('row.seen', {
          date: formats.date(challenge.observed_on),
          state: t(`states.${observed_state}`),
        })}
      </p>
      <p>{challenge.text}</p>
      <Reporter challenge={challenge} />
      <Answer challenge={challenge} />
      <Ending challenge={challenge} />
    </div>
  )
}

function Clock({ challenge }: { readonly challenge: Challenge }) {
  const { p, formats } = useChallengeWords()
  const { state, days_left, days_late, answer_due_on } = challenge
  if (answer_due_on === null) return null
  const due = p('row.due', { date: formats.date(answer_due_on) })
  if (days_late > 0) {
    const n = formats.integer(days_late)
    return (
      <span className="assigned-late">
        {state === 'routed' ? `${p('row.late', { n })}, ${due}` : p('row.answered_late', { n })}
      </span>
    )
  }
  if (days_left === null) return null
  return (
    <span>
      {days_left === 0 ? p('row.last_day') : p('row.left', { n: formats.integer(days_left) })}, {due}
    </span>
  )
}

function Reporter({ challenge }: { readonly challenge: Challenge }) {
  const { p, formats } = useChallengeWords()
  const { reported_by, reporter_unit: unit, reporter, is_own } = challenge
  const date = formats.date(challenge.filed_on)
  const told =
    reported_by === 'person'
      ? p('row.by_person', { date })
      : unit === null
        ? p('row.by_local_unnamed', { date })
        : p('row.by_local', { unit, date })
  const who = is_own ? p('row.own') : reporter === null ? null : p('row.reporter', { who: reporter })
  return <p className="soft">{[told, who].filter((part) => part !== null).join(' · ')}</p>
}

function Answer({ challenge }: { readonly challenge: Challenge }) {
  const { p, formats } = useChallengeWords()
  const { answer, answer_text, answered_on } = challenge
  if (answer === null) return null
  const date = answered_on === null ? '' : formats.date(answered_on)
  return (
    <>
      <p>{p('row.answer', { date, answer: p(`answers.${answer}`) })}</p>
      {answer_text !== null && <p>{answer_text}</p>}
    </>
  )
}

function Ending({ challenge }: { readonly challenge: Challenge }) {
  const { p, formats } = useChallengeWords()
  const { outcome, reason, decided_on, merged_into } = challenge
  const date = decided_on === null ? '' : formats.date(decided_on)
  return (
    <>
      {outcome !== null && (
        <p>
          <strong>{p('row.outcome', { date, outcome: p(`outcomes.${outcome}`) })}</strong>
        </p>
      )}
      {reason !== null && <p className="soft">{p('row.reason', { reason })}</p>}
      {merged_into !== null && <p className="soft">{p('row.merged', { id: merged_into })}</p>}
    </>
  )
}
