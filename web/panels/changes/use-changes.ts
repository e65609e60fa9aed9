/** Which changes are there, the latest first, and how are older ones had? */
import { useEffect, useState } from 'react'
import type { AuditRecord } from '../../../core/api/audit.ts'
import type { QueryOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { ApiProblem, call } from '../../api.ts'
import { useApp } from '../../state/store.ts'

export type ChangesFilter = QueryOf<Endpoints['exportAudit']>

interface Changes {
  /** Null while the first are on their way. */
  readonly entries: readonly AuditRecord[] | null
  readonly problem: ApiProblem | null
  /** Null where there are no older ones. */
  readonly more: (() => void) | null
  readonly again: () => void
}

interface Loaded {
  readonly key: string
  readonly entries: readonly AuditRecord[]
  readonly next_before_id: number | null
}

export function useChanges(filter: ChangesFilter): Changes {
  const refresh_count = useApp((state) => state.refresh_count)
  const [attempt, setAttempt] = useState(0)
  const key = JSON.stringify([filter, refresh_count, attempt])
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failed, setFailed] = useState<{ readonly key: string; readonly problem: ApiProblem } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    call('listAudit', { query: filter, signal: stop.signal }).then(
      (answer) => setLoaded({ key, ...answer }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setFailed({ key, problem: error })
      },
    )
    return () => stop.abort()
    // The key says all that the question depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  const current = loaded?.key === key ? loaded : null
  const before_id = current?.next_before_id ?? null
  return {
    entries: current?.entries ?? null,
    problem: failed?.key === key ? failed.problem : null,
    more: before_id === null ? null : () => void loadMore(before_id),
    again: () => setAttempt(attempt + 1),
  }

  async function loadMore(older_than: number): Promise<void> {
    try {
      const older = await call('listAudit', { query: { ...filter, before_id: older_than } })
      setLoaded((known) =>
        known?.key === key ? { ...known, ...older, entries: [...known.entries, ...older.entries] } : known,
      )
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setFailed({ key, problem: error })
    }
  }
}
