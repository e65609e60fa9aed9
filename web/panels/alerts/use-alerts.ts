/** What was I told of? The latest first, more when asked for; fetched again whenever something has changed. */
import { useEffect, useState } from 'react'
import type { AlertRecord } from '../../../core/api/alerts.ts'
import { ApiProblem, call } from '../../api.ts'
import { useAlertCount } from '../../state/alert-count.ts'
import { useApp } from '../../state/store.ts'

const step = 50
const most = 200

interface Told {
  readonly to: number | null
  readonly alerts: readonly AlertRecord[]
  readonly has_more: boolean
}

export interface Alerts {
  /** Null while they are fetched for the first time. */
  readonly alerts: readonly AlertRecord[] | null
  readonly problem: ApiProblem | null
  readonly has_more: boolean
  readonly showMore: () => void
  readonly retry: () => void
  readonly markAll: () => Promise<void>
}

export function useAlerts(): Alerts {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const [limit, setLimit] = useState(step)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<Told | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const note = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error
    setProblem(error)
  }
  useEffect(() => {
    const stop = new AbortController()
    call('listAlerts', { query: { limit }, signal: stop.signal }).then(
      ({ alerts, has_more, unread }) => {
        setProblem(null)
        setTold({ to: user_id, alerts, has_more })
        useAlertCount.setState({ unread })
      },
      (error: unknown) => {
        if (!stop.signal.aborted) note(error)
      },
    )
    return () => stop.abort()
  }, [refresh_count, user_id, limit, attempt])
  // What another reader was told is not shown.
  const alerts = told !== null && told.to === user_id ? told.alerts : null
  return {
    alerts,
    problem,
    has_more: told?.has_more === true && limit < most,
    showMore: () => setLimit(Math.min(most, limit + step)),
    retry: () => setAttempt(attempt + 1),
    markAll: async () => {
      const [latest] = alerts ?? []
      if (latest === undefined) return
      await markRead({ until_id: latest.id }).then(() => setAttempt(attempt + 1), note)
    },
  }
}

export async function markRead(marks: { readonly ids: number[] } | { readonly until_id: number }) {
  const { unread } = await call('markAlertsRead', { body: marks })
  useAlertCount.setState({ unread })
}
