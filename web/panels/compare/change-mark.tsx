/** Which way does a village differ? A triangle up or down as on the map; a hollow one where one side alone is known. */
import type { Difference } from '../../state/comparison.ts'

const up = 'M7 2 13 12 1 12Z'
const down = 'M7 12 13 2 1 2Z'

export function ChangeMark({ change }: { readonly change: Difference }) {
  const isUp = change === 'gained' || change === 'better' || change === 'only_b'
  const isFull = change === 'gained' || change === 'lost'
  return (
    <svg className={`mark change-${isUp ? 'up' : 'down'}`} viewBox="0 0 14 14" aria-hidden="true">
      <path className={isFull ? 'mark-fill' : 'mark-line'} d={isUp ? up : down} />
    </svg>
  )
}
