/** What is the state of a village, as a mark? The same shapes as on the map; colour comes second. */
import type { CoverageState } from '../../core/coverage/states.ts'

interface StateMarkProps {
  readonly state: CoverageState
}

export function StateMark({ state }: StateMarkProps) {
  return (
    <svg className={`mark mark-${state}`} viewBox="0 0 14 14" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}

const diamond = 'M7 1 13 7 7 13 1 7Z'

const shapes = {
  not_covered: <path className="mark-fill" d={diamond} />,
  partial: (
    <>
      <path className="mark-line" d={diamond} />
      <path className="mark-fill" d="M7 1 7 13 1 7Z" />
    </>
  ),
  unknown: (
    <>
      <circle className="mark-line" cx="7" cy="7" r="5.25" />
      <path className="mark-line" d="M3.6 9.2 9.2 3.6M5.4 11 11 5.4" />
    </>
  ),
  covered: <circle className="mark-fill" cx="7" cy="7" r="3" />,
} as const satisfies Record<CoverageState, unknown>
