/** What became of the last record that was added by hand? */
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'

export interface Adding {
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
  /** The name of what was added. */
  readonly saved: string | null
  readonly problem: ApiProblem | null
  readonly add: (name: string, work: () => Promise<unknown>) => Promise<void>
}

export function useAdding(onSaved: () => void): Adding {
  const [isOpen, setOpen] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  return {
    isOpen,
    saved,
    problem,
    setOpen: (next) => {
      setSaved(null)
      setProblem(null)
      setOpen(next)
    },
    add: async (name, work) => {
      setProblem(null)
      try {
        await work()
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        return setProblem(error)
      }
      setSaved(name)
      setOpen(false)
      onSaved()
    },
  }
}
