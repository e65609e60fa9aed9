/** How does a paper stand? A sign of its own for each, so that it does not hang on colour. */
import type { PaperStanding } from '../../../core/duties/paper-standing.ts'

const signs: Readonly<Record<PaperStanding, string>> = {
  awaiting: '…',
  returned: '↩',
  unknown: '?',
  due_soon: '!',
  later: '○',
  undated: '–',
  sent_late: '✓',
  sent: '✓',
  waived: '×',
  ended: '∅',
}

export function PaperMark({ standing }: { readonly standing: PaperStanding }) {
  return (
    <span className={`paper-mark paper-mark-${standing.replace('_', '-')}`} aria-hidden="true">
      {signs[standing]}
    </span>
  )
}
