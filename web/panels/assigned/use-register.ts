/**
 * Which villages are assigned, as far as this reader is told? Fetched anew whenever something may read otherwise; without the
 * network a carrier reads what it was told of its own last.
 */
import { useEffect, useMemo, useState } from 'react'
import { ApiProblem, call } from '../../api.ts'
import { useRole } from '../../hooks/use-role.ts'
import { toAssignedRows, type AssignedRow } from '../../state/assigned-rows.ts'
import { findKeptList, keepList } from '../../outbox/kept-list.ts'
import { isNetworkAway } from '../../outbox/kept-session.ts'
import { useApp } from '../../state/store.ts'
import type { AssignmentRecord } from '../../../core/api/assignments.ts'

export type Register =
  | { readonly status: 'loading' }
  | {
      readonly status: 'ready'
      readonly today: string
      readonly rows: readonly AssignedRow[]
      /** When the server told it, where it cannot be asked now; null: it is what it tells now. */
      readonly kept_at: string | null
    }
  | { readonly status: 'failed'; readonly problem: ApiProblem; readonly retry: () => void }

interface Told {
  readonly today: string
  readonly assignments: readonly AssignmentRecord[]
  readonly kept_at: string | null
}

/** What is listed stays in sight until the fresh list has come. */
export function useRegister(): Register {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const isCarrier = useRole() === 'carrier'
  const isNetworkBack = useApp(({ session }) => session?.csrf_token !== '')
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<{ readonly to: number | null; readonly list: Told } | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    call('listAssignments', { signal: stop.signal }).then(
      (list) => {
        setProblem(null)
        setTold({ to: user_id, list: { ...list, kept_at: null } })
        if (isCarrier && user_id !== null) void keepList(user_id, list).catch(() => undefined)
      },
      async (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        const kept = isNetworkAway(error) ? await findKept(user_id) : null
        if (stop.signal.aborted) return
        // What stands there is what the server told, and newer.
        if (kept !== null)
          setTold((before) => (before?.to === user_id ? before : { to: user_id, list: kept }))
        setProblem(error)
      },
    )
    return () => stop.abort()
  }, [refresh_count, user_id, isCarrier, isNetworkBack, attempt])
  // What another reader was told is not shown.
  const list = told !== null && told.to === user_id ? told.list : null
  const rows = useMemo(() => (list === null ? [] : toAssignedRows(list.assignments, list.today)), [list])
  if (list !== null) return { status: 'ready', today: list.today, rows, kept_at: list.kept_at }
  if (problem !== null) return { status: 'failed', problem, retry: () => setAttempt(attempt + 1) }
  return { status: 'loading' }
}

async function findKept(user_id: number | null): Promise<Told | null> {
  return user_id === null ? null : findKeptList(user_id).catch(() => null)
}
