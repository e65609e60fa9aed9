/** How many sites stand in each unit, where the reader is shown no points? Null where points are shown. */
import { useEffect, useState } from 'react'
import type { SiteCounts } from '../../core/api/records.ts'
import { ApiProblem, call } from '../api.ts'
import { isShownPublicly } from '../state/session-slice.ts'
import { useApp } from '../state/store.ts'

/** Numbers are asked for while the layer of sites is on. */
export function useSiteCounts(): SiteCounts['counts'] | null {
  const isNeeded = useApp(
    (state) =>
      state.visible.includes('sites') && isShownPublicly(state) && state.session?.public_sites === 'count',
  )
  const refresh_count = useApp((state) => state.refresh_count)
  const [counts, setCounts] = useState<SiteCounts['counts'] | null>(null)
  useEffect(() => {
    if (!isNeeded) return
    call('listSiteCounts').then(
      (answer) => setCounts(answer.counts),
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error
      },
    )
  }, [isNeeded, refresh_count])
  return isNeeded ? counts : null
}
