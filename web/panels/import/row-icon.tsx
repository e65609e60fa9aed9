/** What would become of a row, as a mark? The shapes of the map; colour comes second. */
import type { ImportMark } from '../../layers/import-places.ts'
import { toRowMark } from '../../state/import-places.ts'
import type { RowTab } from '../../state/import-steps.ts'

export function RowIcon({ status }: { readonly status: RowTab }) {
  return <MarkIcon mark={toRowMark(status)} />
}

export function MarkIcon({ mark }: { readonly mark: ImportMark }) {
  return (
    <svg className={`import-mark import-mark-${mark}`} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[mark]}
    </svg>
  )
}

/** From where something stands to where it is to stand. */
export function MoveIcon() {
  return (
    <svg className="import-mark import-mark-todo" viewBox="0 0 34 20" aria-hidden="true">
      <path className="import-mark-way" d="M2 10H22" />
      <rect x="20" y="4" width="12" height="12" rx="1" />
    </svg>
  )
}

const disc = <circle cx="10" cy="10" r="7.5" />
const square = <rect x="3" y="3" width="14" height="14" rx="1" />
const letter = (text: string) => (
  <text className="import-mark-letter" x="10" y="14.4" textAnchor="middle">
    {text}
  </text>
)

const shapes = {
  unchanged: <circle cx="10" cy="10" r="3.5" />,
  missing: <circle cx="10" cy="10" r="6.5" />,
  blocked: (
    <>
      {square}
      {letter('×')}
    </>
  ),
  todo: square,
  awaiting: (
    <>
      {disc}
      {letter('?')}
    </>
  ),
  returned: <path d="M10 17 17 4 3 4Z" />,
  added: (
    <>
      {disc}
      {letter('+')}
    </>
  ),
  conflict: (
    <>
      <path d="M10 2 18.5 17H1.5Z" />
      {letter('!')}
    </>
  ),
} as const satisfies Record<ImportMark, unknown>
