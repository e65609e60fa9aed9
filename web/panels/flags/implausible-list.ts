/** Which reports are to be asked about? Fetched once for page and panels, again when it may read otherwise. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { ImplausibleList } from '../../../core/api/implausible.ts'
import { ApiProblem, call } from '../../api.ts'
import { useApp } from '../../state/store.ts'

export type LoadedFlags =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly list: ImplausibleList }
  | { readonly status: 'failed'; readonly problem: ApiProblem }

interface FlagState {
  /** What the answer was asked for. */
  readonly key: string
  readonly loaded: LoadedFlags
}

const useFlags = create<FlagState>()(() => ({ key: '', loaded: { status: 'loading' } }))

/** Of the day on screen; asked by whoever may, because others do not get here. */
export function useImplausibleList(): LoadedFlags {
  const as_of = useApp((state) => state.question.as_of)
  const key = useApp(
    (state) => `${state.question.as_of ?? ''} ${state.refresh_count} ${state.session?.user_id}`,
  )
  useEffect(() => void load(key, as_of), [key, as_of])
  return useFlags((state) => (state.key === key ? state.loaded : loading))
}

const loading = { status: 'loading' } as const

export function reloadImplausible(): void {
  const { key } = useFlags.getState()
  useFlags.setState({ key: '' })
  void load(key, useApp.getState().question.as_of)
}

async function load(key: string, as_of: string | null): Promise<void> {
  if (useFlags.getState().key === key) return
  useFlags.setState({ key, loaded: loading })
  const settle = (loaded: LoadedFlags) => {
    if (useFlags.getState().key === key) useFlags.setState({ loaded })
  }
  try {
    const list = await call('listImplausible', as_of === null ? {} : { query: { as_of } })
    settle({ status: 'ready', list })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    settle({ status: 'failed', problem: error })
  }
}
