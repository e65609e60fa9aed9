/** What is on a list that says to every reader something else? Fetched anew whenever something may read otherwise. */
import { useEffect, useState } from 'react'
import { ApiProblem } from '../api.ts'
import { useApp } from '../state/store.ts'

export type ToldList<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly list: T }
  | { readonly status: 'failed'; readonly problem: ApiProblem; readonly retry: () => void }

/**
 * What is listed stays in sight until the fresh list has come; what another reader was told is not shown.
 *
 * @param load the same function on every drawing; an ApiProblem that it rejects with becomes `failed`
 */
export function useToldList<T>(load: (signal: AbortSignal) => Promise<T>): ToldList<T> {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const [attempt, setAttempt] = useState(0)
  const [told, setTold] = useState<{ readonly to: number | null; readonly list: T } | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    load(stop.signal).then(
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
  }, [load, refresh_count, user_id, attempt])
  if (told !== null && told.to === user_id) return { status: 'ready', list: told.list }
  if (problem !== null) return { status: 'failed', problem, retry: () => setAttempt(attempt + 1) }
  return { status: 'loading' }
}
