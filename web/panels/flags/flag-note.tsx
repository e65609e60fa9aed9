/** Is this statement of a village to be asked about, and why? For the staff, beside the statement. */
import './flags.css'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { createReasonText } from './reason-text.ts'
import { useImplausibleList } from './implausible-list.ts'

export function FlagNote({ statement_id }: { readonly statement_id: number }) {
  const words = usePartWords('flags')
  const { p } = words
  const loaded = useImplausibleList()
  const row =
    loaded.status === 'ready' ? loaded.list.statements.find(({ id }) => id === statement_id) : undefined
  if (row === undefined) return null
  const toText = createReasonText(words)
  return (
    <div className="flag-note">
      <span className="chip chip-warning">{p('mark')}</span>
      {row.reasons.map((reason) => (
        <p key={reason.code}>
          <strong>{p(`reasons.${reason.code}`)}.</strong> {toText(row, reason)}
        </p>
      ))}
    </div>
  )
}
