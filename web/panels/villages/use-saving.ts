/** Is a change on its way, and what became of it? */
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'

export type Saving =
  | { readonly status: 'idle' }
  | { readonly status: 'saving' }
  | { readonly status: 'refused'; readonly problem: ApiProblem }

export interface Saver {
  readonly saving: Saving
  /** Runs the change; true where it was made. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>
}

export function useSaving(): Saver {
  const [saving, setSaving] = useState<Saving>({ status: 'idle' })
  const run = async (work: () => Promise<void>) => {
    setSaving({ status: 'saving' })
    try {
      await work()
      setSaving({ status: 'idle' })
      return true
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      setSaving({ status: 'refused', problem })
      return false
    }
  }
  return { saving, run }
}
