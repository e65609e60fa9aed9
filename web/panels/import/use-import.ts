/** How far is one file, and how is it changed? Looked at again and again while the server works on it. */
import { useEffect, useState } from 'react'
import type { ImportChanges, ImportMove, ImportRecord } from '../../../core/api/imports.ts'
import { ApiProblem, call } from '../../api.ts'
import { useApp } from '../../state/store.ts'
import { showSaved } from '../villages/show-saved.ts'
import { useSaving, type Saving } from '../villages/use-saving.ts'

export interface ImportWork {
  readonly saving: Saving
  /** Compared anew; true where the server has taken it. */
  readonly change: (changes: ImportChanges) => Promise<boolean>
  readonly move: (
    move: ImportMove,
    details?: { readonly leave_changed?: boolean; readonly reason?: string },
  ) => Promise<boolean>
}

export interface OpenedFile {
  readonly record: ImportRecord
  /** As it was when the server last had nothing to do on it: what is shown while it is compared anew. */
  readonly settled: ImportRecord | null
  readonly work: ImportWork
}

export type Told =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly opened: OpenedFile }
  | { readonly status: 'failed'; readonly problem: ApiProblem; readonly retry: () => void }

const pollEvery_ms = 500

interface Kept {
  readonly record: ImportRecord | null
  readonly settled: ImportRecord | null
  readonly problem: ApiProblem | null
}

/** Shown for one file: with another one it is mounted anew. */
export function useImport(id: number): Told {
  const [kept, setKept] = useState<Kept>({ record: null, settled: null, problem: null })
  const [turn, setTurn] = useState(0)
  const refresh_count = useApp((state) => state.refresh_count)
  const { saving, run } = useSaving()
  const take = (record: ImportRecord) => setKept((before) => withRecord(before, record))
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const { import: record } = await call('getImport', { params: { id }, signal: stop.signal })
      setKept((before) => withRecord(before, record))
      if (isWorkedOn(record)) timer = setTimeout(lookSafely, pollEvery_ms)
    }
    const lookSafely = () => {
      look().catch((error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setKept((before) => ({ ...before, problem: error }))
      })
    }
    lookSafely()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [id, refresh_count, turn])
  const { record, settled, problem } = kept
  const lookAgain = () => setTurn((before) => before + 1)
  if (record === null) {
    return problem === null ? { status: 'loading' } : { status: 'failed', problem, retry: lookAgain }
  }
  const send = async (work: () => Promise<{ readonly import: ImportRecord }>) => {
    const isTaken = await run(async () => take((await work()).import))
    // It may be read now, or somebody else was faster.
    lookAgain()
    return isTaken
  }
  const call_of = { params: { id }, version: record.version }
  const work: ImportWork = {
    saving,
    change: (body) => send(() => call('changeImport', { ...call_of, body })),
    move: async (move, details = {}) => {
      const isTaken = await send(() => call('moveImport', { ...call_of, body: { move, ...details } }))
      if (isTaken && (move === 'apply' || move === 'undo')) await showSaved()
      return isTaken
    },
  }
  return { status: 'ready', opened: { record, settled, work } }
}

function withRecord({ record: before, settled }: Kept, record: ImportRecord): Kept {
  // An answer that was overtaken by a change tells of an earlier version.
  if (before !== null && record.version < before.version) return { record: before, settled, problem: null }
  return { record, settled: isWorkedOn(record) ? settled : record, problem: null }
}

export function isWorkedOn({ state, progress }: Pick<ImportRecord, 'state' | 'progress'>): boolean {
  return state === 'reading' || progress !== null
}
