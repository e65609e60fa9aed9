/** What is being typed into a form? Kept until it is saved or given up, also where the session ends under way. */
import { useRef, useState } from 'react'
import { dropDraft, findDraft, keepDraft } from '../../state/drafts.ts'

export interface DraftOf<T> {
  readonly draft: T
  /** What depends on the rest is made of the latest: another change may have come since the form was drawn. */
  readonly change: (part: Partial<T> | ((latest: T) => Partial<T>)) => void
  readonly drop: () => void
  /** It was typed before, and not saved. */
  readonly was_found: boolean
}

export function useDraft<T extends object>(key: string, opening: T): DraftOf<T> {
  const [found] = useState(() => findDraft<T>(key))
  const [draft, setDraft] = useState<T>(() => ({ ...opening, ...found }))
  const [was_found, setFound] = useState(found !== null)
  const latest = useRef(draft)
  return {
    draft,
    change: (part) => {
      const next = { ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) }
      latest.current = next
      setDraft(next)
      keepDraft(key, next)
    },
    drop: () => {
      dropDraft(key)
      latest.current = opening
      setDraft(opening)
      setFound(false)
    },
    was_found,
  }
}
