/** What is known of one site or village? Fetched when it is opened, again when it may read otherwise, dropped with the next. */
import { useEffect, useState } from 'react'
import { ApiProblem, call } from '../api.ts'
import { useApp } from '../state/store.ts'
import type { SiteRecord, VillageRecord } from '../../core/api/records.ts'

export type Fetched<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: ApiProblem }

export function useVillage(id: number): Fetched<VillageRecord> {
  return useFetched(id, (signal) => call('getVillage', { params: { id }, signal }) as Promise<VillageRecord>)
}

export function useSite(id: number): Fetched<SiteRecord> {
  return useFetched(id, (signal) => call('getSite', { params: { id }, signal }) as Promise<SiteRecord>)
}

function useFetched<T>(id: number, load: (signal: AbortSignal) => Promise<T>): Fetched<T> {
  const [fetched, setFetched] = useState<{ readonly id: number; readonly result: Fetched<T> } | null>(null)
  const refresh_count = useApp((state) => state.refresh_count)
  useEffect(() => {
    const stop = new AbortController()
    load(stop.signal).then(
      (value) => setFetched({ id, result: { status: 'ready', value } }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setFetched({ id, result: { status: 'failed', problem: error } })
      },
    )
    return () => stop.abort()
    // `load` is new on every drawing; what is asked for changes with the id and what may be read of it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, refresh_count])
  return fetched?.id === id ? fetched.result : { status: 'loading' }
}
