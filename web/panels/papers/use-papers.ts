/** Which papers are owed, as far as this reader is told? Fetched anew whenever something may read otherwise. */
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { ApiProblem, call } from '../../api.ts'
import { useApp } from '../../state/store.ts'

type Told = ResponseOf<Endpoints['listDuePapers']>

export type Papers =
  | { readonly status: 'loading' }
  | ({ readonly status: 'ready' } & Told)
  | { readonly status: 'failed'; readonly problem: ApiProblem; readonly retry: () => void }

/** What is listed stays in sight until the fresh list has come; what another reader was told is not shown. */
export function usePapers(): Papers {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<{ readonly to: number | null; readonly list: Told } | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    call('listDuePapers', { signal: stop.signal }).then(
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
  if (told !== null && told.to === user_id) return { status: 'ready', ...told.list }
  if (problem !== null) return { status: 'failed', problem, retry: () => setAttempt(attempt + 1) }
  return { status: 'loading' }
}
