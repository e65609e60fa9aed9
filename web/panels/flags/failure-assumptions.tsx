/** What is an estimate of a failure built on, and what does it not know? */
import { splice_m } from '../../../core/gaps/if-fails/route-graph.ts'
import type { AnsweredFailure } from '../../ask-if-fails.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { toReaches } from './how-text.ts'

export function FailureAssumptions({ answered }: { readonly answered: AnsweredFailure }) {
  const words = usePartWords('flags')
  const isSample = useApp((state) => state.province?.data.is_sample === true)
  return (
    <details className="note" open={answered.answer.villages.length === 0}>
      <summary>{words.p('fails.assumptions')}</summary>
      <ul className="failure-assumptions">
        {listAssumptions(words, answered, isSample ? 'sample' : 'real').map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

/** Also what a file that leaves the page says of itself. */
export function listAssumptions(
  { p, formats }: PartWords<'flags'>,
  { answer, hidden, seat_name }: AnsweredFailure,
  data: 'sample' | 'real',
): string[] {
  const { unexplained, sites_without_route } = answer.unknown
  const reaches = toReaches(formats)
  return [
    p('fails.assume.hold'),
    p('fails.assume.reach', reaches),
    p('fails.assume.fibre', reaches),
    p('fails.assume.graph', { splice: formats.distance(splice_m), seat: seat_name }),
    hidden.backhaul === 'hidden' ? p('fails.assume.backhaul_hidden') : p('fails.assume.backhaul', reaches),
    ...(hidden.sites === 'hidden' ? [p('fails.assume.hidden')] : []),
    ...(hidden.sites === 'generalised' ? [p('fails.assume.generalised')] : []),
    ...(unexplained > 0
      ? [p('fails.assume.unexplained', { count: unexplained, n: formats.integer(unexplained) })]
      : []),
    ...(sites_without_route > 0 && hidden.backhaul === 'shown'
      ? [
          p('fails.assume.sites_without_route', {
            count: sites_without_route,
            n: formats.integer(sites_without_route),
          }),
        ]
      : []),
    ...(data === 'sample' ? [p('fails.assume.sample')] : []),
  ]
}
