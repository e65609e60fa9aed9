/** Where do the rows of a file lie? Asked for anew with every comparison; those of before stay until then. */
import { useMemo, useState } from 'react'
import type { ImportPlace, ImportRecord } from '../../../core/api/imports.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { toRowPlaces, type DrawnPlace } from '../../state/import-places.ts'

const none: readonly ImportPlace[] = []

/** Null until they are there. */
export function useRowPlaces({
  id,
  version,
}: Pick<ImportRecord, 'id' | 'version'>): readonly DrawnPlace[] | null {
  const told = useFetched(`${id}:${version}`, async (signal) => {
    const { places } = await call('listImportPlaces', { params: { id }, signal })
    return places
  })
  const fresh = told.status === 'ready' ? told.value : told.status === 'failed' ? none : null
  const [kept, setKept] = useState<readonly ImportPlace[] | null>(null)
  // What has come is kept while one draws, so that the map is never empty between two comparisons.
  if (fresh !== null && fresh !== kept) setKept(fresh)
  return useMemo(() => (kept === null ? null : toRowPlaces(kept)), [kept])
}
