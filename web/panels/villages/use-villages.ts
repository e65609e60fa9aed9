/** What is known of several villages now? Each is fetched when it is first named, all of them anew when asked for. */
import { useEffect, useState } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import { ApiProblem, call } from '../../api.ts'

export interface KnownVillages {
  readonly records: ReadonlyMap<number, VillageRecord>
  readonly problem: ApiProblem | null
  readonly reload: () => void
}

export function useVillages(ids: readonly number[]): KnownVillages {
  const [records, setRecords] = useState<ReadonlyMap<number, VillageRecord>>(new Map())
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [reads, setReads] = useState(0)
  const key = ids.join()
  useEffect(() => {
    if (key === '') return
    const stop = new AbortController()
    const wanted = key.split(',').map(Number)
    Promise.all(
      wanted.map(
        (id) => call('getVillage', { params: { id }, signal: stop.signal }) as Promise<VillageRecord>,
      ),
    ).then(
      (fetched) => {
        setProblem(null)
        setRecords(new Map(fetched.map((village) => [village.id, village])))
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setProblem(error)
      },
    )
    return () => stop.abort()
  }, [key, reads])
  return { records, problem, reload: () => setReads(reads + 1) }
}
