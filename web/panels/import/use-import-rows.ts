/** Which rows are in sight? Fetched by pages as one scrolls; those of before stay until fresh ones have come. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportRow } from '../../../core/api/imports.ts'
import { ApiProblem, call } from '../../api.ts'
import type { RowTab } from '../../state/import-steps.ts'
import { toPagesInSight, type RowsInSight } from '../../state/import-rows.ts'

export interface RowsQuery {
  readonly id: number
  /** Another one with every comparison. */
  readonly version: number
  readonly status: RowTab
  readonly text: string
}

interface Told {
  readonly key: string
  /** What was asked for, whatever the version. */
  readonly list: string
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly ImportRow[]>
}

export interface ImportRows {
  /** Null until it is known. */
  readonly total: number | null
  /** Null while it is on its way. */
  readonly rowAt: (index: number) => ImportRow | null
  readonly look: (sight: RowsInSight) => void
  readonly problem: ApiProblem | null
  readonly retry: () => void
}

const page_rows = 100
const noPages: ReadonlyMap<number, readonly ImportRow[]> = new Map()

export function useImportRows({ id, version, status, text }: RowsQuery): ImportRows {
  const list = `${id}:${status}:${text}`
  const [attempt, setAttempt] = useState(0)
  const key = `${list}:${version}:${attempt}`
  const [told, setTold] = useState<Told>({ key, list, total: null, pages: noPages })
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const asked = useRef<{ readonly pages: Set<number>; readonly stop: AbortController } | null>(null)
  const ask = useCallback(
    (page: number) => {
      const asking = asked.current
      if (asking === null || asking.pages.has(page)) return
      asking.pages.add(page)
      const query = { status, offset: page * page_rows, limit: page_rows, ...(text === '' ? {} : { text }) }
      call('listImportRows', { params: { id }, query, signal: asking.stop.signal }).then(
        ({ total, rows }) => {
          setProblem(null)
          setTold((before) => ({
            key,
            list,
            total,
            pages: new Map([...(before.key === key ? before.pages : noPages), [page, rows]]),
          }))
        },
        (error: unknown) => {
          asking.pages.delete(page)
          if (asking.stop.signal.aborted) return
          if (!(error instanceof ApiProblem)) throw error
          setProblem(error)
        },
      )
    },
    [key, list, id, status, text],
  )
  useEffect(() => {
    const stop = new AbortController()
    asked.current = { pages: new Set(), stop }
    ask(0)
    return () => stop.abort()
  }, [ask])
  const look = useCallback(
    (sight: RowsInSight) => {
      for (const page of toPagesInSight(sight, page_rows)) ask(page)
    },
    [ask],
  )
  const { total, pages } = told.list === list ? told : { total: null, pages: noPages }
  return {
    total,
    rowAt: (index) => pages.get(Math.floor(index / page_rows))?.[index % page_rows] ?? null,
    look,
    problem,
    retry: () => setAttempt(attempt + 1),
  }
}
