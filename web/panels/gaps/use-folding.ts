/** Which groups of a list are folded? */
import { useCallback, useState } from 'react'

export function useFolding() {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const fold = useCallback((key: string) => {
    setFolded((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  const unfold = useCallback((key: string) => {
    setFolded((before) => new Set([...before].filter((other) => other !== key)))
  }, [])
  return { folded, fold, unfold }
}
