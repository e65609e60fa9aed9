/** How far is an assigned village, as a mark? The shapes of the map; colour comes second. */
import type { AssignedMark } from '../../state/assigned-rows.ts'

export function AssignedMarkIcon({ mark }: { readonly mark: AssignedMark }) {
  return (
    <svg className={`assigned-mark assigned-mark-${mark}`} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[mark]}
    </svg>
  )
}

const square = <rect x="3" y="3" width="14" height="14" rx="1" />
const disc = <circle cx="10" cy="10" r="7.5" />
const letter = (text: string) => (
  <text className="assigned-mark-letter" x="10" y="14.4" textAnchor="middle">
    {text}
  </text>
)

const shapes = {
  todo: square,
  late: (
    <>
      <path d="M10 1.5 18.5 10 10 18.5 1.5 10Z" />
      {letter('!')}
    </>
  ),
  blocked: (
    <>
      {square}
      {letter('×')}
    </>
  ),
  returned: <path d="M10 17 17 4 3 4Z" />,
  awaiting: (
    <>
      {disc}
      {letter('?')}
    </>
  ),
  confirmed: (
    <>
      {disc}
      {letter('✓')}
    </>
  ),
} as const satisfies Record<AssignedMark, unknown>
