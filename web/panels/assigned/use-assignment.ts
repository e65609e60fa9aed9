/** What is known of one assigned village, with its steps? Fetched when it is opened and again when it may read otherwise. */
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { ApiProblem, call } from '../../api.ts'
import type { Fetched } from '../../hooks/use-record.ts'
import { useApp } from '../../state/store.ts'

export type OpenedRecord = ResponseOf<Endpoints['getAssignment']>

export function useAssignment(id: number): Fetched<OpenedRecord> {
  const refresh_count = useApp((state) => state.refresh_count)
  const [fetched, setFetched] = useState<Fetched<OpenedRecord>>({ status: 'loading' })
  useEffect(() => {
    const stop = new AbortController()
    call('getAssignment', { params: { id }, signal: stop.signal }).then(
      (value) => setFetched({ status: 'ready', value }),
      (problem: unknown) => {
        if (stop.signal.aborted) return
        if (!(problem instanceof ApiProblem)) throw problem
        setFetched({ status: 'failed', problem })
      },
    )
    return () => stop.abort()
  }, [id, refresh_count])
  return fetched
}
