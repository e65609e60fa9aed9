/** What will a decision change: what holds of the carrier now, and what will then? */
import type { Challenge } from '../../../core/api/challenges.ts'
import { useVillage } from '../../hooks/use-record.ts'
import { useChallengeWords } from './use-challenge-words.ts'

interface DecisionPreviewProps {
  readonly challenge: Challenge
  /** As chosen; empty: not yet. */
  readonly outcome: string
}

export function DecisionPreview({ challenge, outcome }: DecisionPreviewProps) {
  const { p, t, formats } = useChallengeWords()
  const fetched = useVillage(challenge.village_id)
  if (fetched.status !== 'ready') return null
  const held = fetched.value.statements.find(
    ({ holds, service, carrier_code }) =>
      holds && service === challenge.service && carrier_code === challenge.carrier_code,
  )
  const then = outcome === 'covered' || outcome === 'not_covered' ? outcome : null
  return (
    <section className="edit-chosen" aria-label={p('preview.title')}>
      <div role="status">
        <p>
          <strong>{p('preview.title')}</strong>
        </p>
        <p>
          {held === undefined
            ? p('preview.now_unknown')
            : p('preview.now', {
                state: t(`states.${held.state}`),
                basis: t(`bases.${held.basis}`),
                date: formats.date(held.observed_on),
              })}
        </p>
        {then !== null && (
          <p>
            {held?.state === then ? p('preview.same') : p('preview.then', { state: t(`states.${then}`) })}
          </p>
        )}
      </div>
    </section>
  )
}
