/** Which files belong to the row? Fetched when it is opened, when one was stored, and when others may have changed something. */
import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import type { FileNoun } from '../../../core/api/files.ts'
import { call } from '../../api.ts'
import { useFetched, type Fetched } from '../../hooks/use-fetched.ts'
import { useFilesToSend } from '../../state/files-to-send.ts'

export type ListedFiles = ResponseOf<Endpoints['listFiles']>

export function useFiles(
  noun: FileNoun,
  noun_id: number,
): Fetched<ListedFiles> & { readonly look: () => void } {
  const stored = useFilesToSend((state) => state.stored.length)
  const [looked, setLooked] = useState(0)
  const fetched = useFetched(
    `${noun}:${noun_id}`,
    (signal) => call('listFiles', { query: { noun, noun_id }, signal }),
    stored + looked,
  )
  return { ...fetched, look: () => setLooked((count) => count + 1) }
}
