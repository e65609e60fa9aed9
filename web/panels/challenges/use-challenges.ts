/** Which challenges are there, as far as this reader is told? Fetched anew whenever something may read otherwise. */
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { ApiProblem, call } from '../../api.ts'
import { useApp } from '../../state/store.ts'

export type ToldChallenges = ResponseOf<Endpoints['listChallenges']>

export type Challenges =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly told: ToldChallenges }
  | { readonly status: 'failed'; readonly problem: ApiProblem; readonly retry: () => void }

/** What is listed stays in sight until the fresh list has come; what another reader was told is not shown. */
export function useChallenges(): Challenges {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const [attempt, setAttempt] = useState(0)
  const [kept, setKept] = useState<{ readonly to: number | null; readonly told: ToldChallenges } | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    call('listChallenges', { signal: stop.signal }).then(
      (told) => {
        setProblem(null)
        setKept({ to: user_id, told })
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setProblem(error)
      },
    )
    return () => stop.abort()
  }, [refresh_count, user_id, attempt])
  if (kept !== null && kept.to === user_id) return { status: 'ready', told: kept.told }
  if (problem !== null) return { status: 'failed', problem, retry: () => setAttempt(attempt + 1) }
  return { status: 'loading' }
}
