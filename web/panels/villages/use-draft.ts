/** What is being typed into a form? Kept until it is saved or given up, also where the session ends under way. */
import { useState } from 'react'
import { dropDraft, findDraft, keepDraft } from '../../state/drafts.ts'

export interface DraftOf<T> {
  readonly draft: T
  readonly change: (part: Partial<T>) => void
  readonly drop: () => void
  /** It was typed before, and not saved. */
  readonly was_found: boolean
}

export function useDraft<T extends object>(key: string, opening: T): DraftOf<T> {
  const [found] = useState(() => findDraft<T>(key))
  const [draft, setDraft] = useState<T>(() => ({ ...opening, ...found }))
  const [was_found, setFound] = useState(found !== null)
  return {
    draft,
    change: (part) => {
      const next = { ...draft, ...part }
      setDraft(next)
      keepDraft(key, next)
    },
    drop: () => {
      dropDraft(key)
      setDraft(opening)
      setFound(false)
    },
    was_found,
  }
}
