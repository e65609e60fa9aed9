/** Beside the account, wherever one is: how much of one’s own is not sent yet. Nothing where nothing waits. */
import './outbox.css'
import { useEffect } from 'react'
import { followOutbox } from '../../outbox/follow-outbox.ts'
import { useOutbox } from '../../outbox/outbox-view.ts'
import { useApp } from '../../state/store.ts'
import { useUnsentWords } from './use-unsent-words.ts'

export function UnsentBadge() {
  const { p, what, formats } = useUnsentWords()
  const n = useOutbox(({ reports, files }) => reports.length + files.length)
  const isOpen = useApp((state) => state.page === 'assigned')
  useEffect(followOutbox, [])
  if (what === null || isOpen) return null
  const label = p('badge', { what })
  return (
    <button
      type="button"
      className="plain-button unsent-badge"
      aria-label={label}
      title={label}
      onClick={() => useApp.setState({ page: 'assigned' })}
    >
      ↑ {formats.integer(n)}
    </button>
  )
}
