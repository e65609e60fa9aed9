/**
 * Which way does a village differ? A triangle up or down as on the map, hollow where one side alone is known; an open angle where
 * a service is better or worse and neither there nor gone.
 */
import type { Difference } from '../../state/compare-slice.ts'

const shapes = {
  up: { triangle: 'M7 2 13 12 1 12Z', angle: 'M1.5 10 7 4 12.5 10' },
  down: { triangle: 'M7 12 13 2 1 2Z', angle: 'M1.5 4 7 10 12.5 4' },
} as const

interface ChangeMarkProps {
  readonly change: Difference
  readonly known?: 'both' | 'one_side'
}

export function ChangeMark({ change, known = 'both' }: ChangeMarkProps) {
  const way = change === 'gained' || change === 'better' || change === 'only_b' ? 'up' : 'down'
  const isAngle = change === 'better' || change === 'worse'
  const isHollow = known === 'one_side' || change === 'only_a' || change === 'only_b'
  return (
    <svg className={`mark change-${way}`} viewBox="0 0 14 14" aria-hidden="true">
      <path
        className={isAngle || isHollow ? 'mark-line' : 'mark-fill'}
        d={shapes[way][isAngle ? 'angle' : 'triangle']}
      />
    </svg>
  )
}
