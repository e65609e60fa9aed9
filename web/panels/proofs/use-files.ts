/** Which files belong to the row? Fetched when it is opened, when one was stored, and when others may have changed something. */
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import type { FileNoun } from '../../../core/api/files.ts'
import { ApiProblem, call } from '../../api.ts'
import type { Fetched } from '../../hooks/use-record.ts'
import { useFilesToSend } from '../../state/files-to-send.ts'
import { useApp } from '../../state/store.ts'

export type ListedFiles = ResponseOf<Endpoints['listFiles']>

export function useFiles(
  noun: FileNoun,
  noun_id: number,
): Fetched<ListedFiles> & { readonly look: () => void } {
  const refresh_count = useApp((state) => state.refresh_count)
  const stored = useFilesToSend((state) => state.stored.length)
  const [looked, setLooked] = useState(0)
  const [fetched, setFetched] = useState<Fetched<ListedFiles>>({ status: 'loading' })
  useEffect(() => {
    const stop = new AbortController()
    call('listFiles', { query: { noun, noun_id }, signal: stop.signal }).then(
      (value) => setFetched({ status: 'ready', value }),
      (problem: unknown) => {
        if (stop.signal.aborted) return
        if (!(problem instanceof ApiProblem)) throw problem
        setFetched({ status: 'failed', problem })
      },
    )
    return () => stop.abort()
  }, [noun, noun_id, refresh_count, stored, looked])
  return { ...fetched, look: () => setLooked((count) => count + 1) }
}
