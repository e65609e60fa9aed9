/** What is known of one assigned village, with its steps? Fetched when it is opened and again when it may read otherwise. */
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { listMoves } from '../../../core/assignments/lifecycle.ts'
import { ApiProblem, call } from '../../api.ts'
import type { Fetched } from '../../hooks/use-fetched.ts'
import { findKeptList } from '../../outbox/kept-list.ts'
import { isNetworkAway } from '../../outbox/kept-session.ts'
import { useApp } from '../../state/store.ts'

export interface OpenedRecord extends ResponseOf<Endpoints['getAssignment']> {
  /** Without the network: what the list said last, which holds no steps. */
  readonly is_kept?: true
}

export function useAssignment(id: number): Fetched<OpenedRecord> {
  const refresh_count = useApp((state) => state.refresh_count)
  const user_id = useApp((state) => state.session?.user_id ?? null)
  const isNetworkBack = useApp(({ session }) => session?.csrf_token !== '')
  const [fetched, setFetched] = useState<Fetched<OpenedRecord>>({ status: 'loading' })
  useEffect(() => {
    const stop = new AbortController()
    call('getAssignment', { params: { id }, signal: stop.signal }).then(
      (value) => setFetched({ status: 'ready', value }),
      async (problem: unknown) => {
        if (stop.signal.aborted) return
        if (!(problem instanceof ApiProblem)) throw problem
        const kept = isNetworkAway(problem) ? await findKept(user_id, id) : null
        if (stop.signal.aborted) return
        setFetched((before) => {
          // What the server told of it stays in sight.
          if (isNetworkAway(problem) && before.status === 'ready' && before.value.assignment.id === id)
            return before
          return kept === null ? { status: 'failed', problem } : { status: 'ready', value: kept }
        })
      },
    )
    return () => stop.abort()
  }, [id, refresh_count, user_id, isNetworkBack])
  return fetched
}

async function findKept(user_id: number | null, id: number): Promise<OpenedRecord | null> {
  if (user_id === null) return null
  const list = await findKeptList(user_id).catch(() => null)
  const assignment = list?.assignments.find((record) => record.id === id)
  if (assignment === undefined || assignment.progress === null) return null
  return { assignment, events: [], moves: listMoves(assignment.progress.state, 'carrier'), is_kept: true }
}
