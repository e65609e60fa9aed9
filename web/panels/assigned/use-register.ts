/** Which villages are assigned, as far as this reader is told? Fetched anew whenever something may read otherwise. */
import { useEffect, useMemo, useState } from 'react'
import { ApiProblem, call } from '../../api.ts'
import { toAssignedRows, type AssignedRow } from '../../state/assigned-rows.ts'
import { useApp } from '../../state/store.ts'
import type { AssignmentRecord } from '../../../core/api/assignments.ts'

export type Register =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly today: string; readonly rows: readonly AssignedRow[] }
  | { readonly status: 'failed'; readonly problem: ApiProblem; readonly retry: () => void }

interface Told {
  readonly today: string
  readonly assignments: readonly AssignmentRecord[]
}

/** What is listed stays in sight until the fresh list has come. */
export function useRegister(): Register {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<{ readonly to: number | null; readonly list: Told } | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    call('listAssignments', { signal: stop.signal }).then(
      (list) => {
        setProblem(null)
        setTold({ to: user_id, list })
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setProblem(error)
      },
    )
    return () => stop.abort()
  }, [refresh_count, user_id, attempt])
  // What another reader was told is not shown.
  const list = told !== null && told.to === user_id ? told.list : null
  const rows = useMemo(() => (list === null ? [] : toAssignedRows(list.assignments, list.today)), [list])
  if (list !== null) return { status: 'ready', today: list.today, rows }
  if (problem !== null) return { status: 'failed', problem, retry: () => setAttempt(attempt + 1) }
  return { status: 'loading' }
}
