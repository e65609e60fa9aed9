/** What does the server say of one thing? Fetched when it is opened, again when it may read otherwise, dropped with the next. */
import { useEffect, useState } from 'react'
import { ApiProblem } from '../api.ts'
import { useApp } from '../state/store.ts'

export type Fetched<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: ApiProblem }

/**
 * @param key of the thing: of another one nothing is shown that was told of this one
 * @param load an ApiProblem that it rejects with becomes `failed`
 * @param turn fetched anew with every other number
 */
export function useFetched<T>(
  key: string | number,
  load: (signal: AbortSignal) => Promise<T>,
  turn = 0,
): Fetched<T> {
  const [fetched, setFetched] = useState<{
    readonly key: string | number
    readonly result: Fetched<T>
  } | null>(null)
  const refresh_count = useApp((state) => state.refresh_count)
  useEffect(() => {
    const stop = new AbortController()
    load(stop.signal).then(
      (value) => setFetched({ key, result: { status: 'ready', value } }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setFetched({ key, result: { status: 'failed', problem: error } })
      },
    )
    return () => stop.abort()
    // `load` is new on every drawing; what is asked for changes with the key and what may be read of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, refresh_count, turn])
  return fetched?.key === key ? fetched.result : { status: 'loading' }
}
