/** Is there something that I have not read? Beside the account, for those who are told of anything. */
import './alert-bell.css'
import { useEffect } from 'react'
import { listKindsOf } from '../../../core/alerts/kinds.ts'
import { ApiProblem, call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useRole } from '../../hooks/use-role.ts'
import { useAlertCount } from '../../state/alert-count.ts'
import { useApp } from '../../state/store.ts'

export function AlertBell() {
  const role = useRole()
  return listKindsOf(role).length === 0 ? null : <Bell />
}

function Bell() {
  const { p, formats } = usePartWords('accounts')
  const unread = useUnread()
  const n = unread === null ? '' : formats.integer(unread)
  return (
    <button
      type="button"
      className="plain-button alert-bell"
      aria-label={unread === null || unread === 0 ? p('menu.alerts') : p('menu.alerts_unread', { n })}
      onClick={() => useApp.setState({ page: 'alerts' })}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M8 1.5a4 4 0 0 0-4 4v3L2.5 11.5h11L12 8.5v-3a4 4 0 0 0-4-4zM6.5 13a1.5 1.5 0 0 0 3 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      </svg>
      {unread !== null && unread > 0 && <span className="alert-count">{n}</span>}
    </button>
  )
}

/** Asked for again whenever something has changed that may have told one of something. */
function useUnread(): number | null {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const unread = useAlertCount((state) => state.unread)
  useEffect(() => {
    const stop = new AbortController()
    call('listAlerts', { query: { limit: 1 }, signal: stop.signal }).then(
      (told) => useAlertCount.setState({ unread: told.unread }),
      (problem: unknown) => {
        // The number stays what it was; the page says what is wrong.
        if (!stop.signal.aborted && !(problem instanceof ApiProblem)) throw problem
      },
    )
    return () => stop.abort()
  }, [refresh_count, user_id])
  return unread
}
