/** What has the UBND that is signed in to do? Asked when its list is opened, and again when something has changed. */
import { useEffect, useState } from 'react'
import type { AuditRecord } from '../../../core/api/audit.ts'
import { ApiProblem, call } from '../../api.ts'
import { useApp } from '../../state/store.ts'
import { getVillageFeatures } from '../../state/units.ts'
import { listWork, type Known, type WorkItem } from '../../state/worklist.ts'

export type Work =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly items: readonly WorkItem[] }
  | { readonly status: 'failed'; readonly problem: ApiProblem }

type Asked = Omit<Known, 'villages'>

export function useWork(): Work {
  const units = useApp((state) => state.session?.units)
  const villages = useApp((state) => state.sources.villages)
  const refresh_count = useApp((state) => state.refresh_count)
  const [asked, setAsked] = useState<Asked | ApiProblem | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    Promise.all([
      call('listVillageServices', { signal }),
      listEntries(signal),
      call('listProposals', { signal }),
    ]).then(
      ([statements, entries, { proposals }]) => setAsked({ statements, entries, proposals }),
      (error: unknown) => {
        if (signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setAsked(error)
      },
    )
    return () => stop.abort()
  }, [refresh_count, villages])
  if (asked instanceof ApiProblem) return { status: 'failed', problem: asked }
  if (asked === null || villages === null) return { status: 'loading' }
  return {
    status: 'ready',
    items: listWork({ units: units ?? [] }, { ...asked, villages: getVillageFeatures(villages) }),
  }
}

const pageLength = 200
/** Of the changes that an UBND may read; older ones say little of how a village is today. */
const mostPages = 10

async function listEntries(signal: AbortSignal): Promise<readonly AuditRecord[]> {
  const listed: AuditRecord[] = []
  let before_id: number | null = null
  for (let page = 0; page < mostPages; page++) {
    const query = {
      noun: 'villages' as const,
      limit: pageLength,
      ...(before_id === null ? {} : { before_id }),
    }
    const answer: { entries: AuditRecord[]; next_before_id: number | null } = await call('listAudit', {
      query,
      signal,
    })
    listed.push(...answer.entries)
    before_id = answer.next_before_id
    if (before_id === null) break
  }
  return listed
}
