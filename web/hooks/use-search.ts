/** What goes by the name being typed? Asked after a short pause; an older answer never replaces a newer one. */
import { useEffect, useState } from 'react'
import { ApiProblem, call } from '../api.ts'
import type { SearchResult } from '../../core/api/search.ts'

export interface Found {
  readonly typed: string
  readonly results: readonly SearchResult[]
  readonly problem: ApiProblem | null
}

const nothing: Found = { typed: '', results: [], problem: null }
const pauseMs = 120
const longest = 200

export function useSearch(text: string): Found {
  const [found, setFound] = useState<Found>(nothing)
  const typed = text.trim().slice(0, longest)
  useEffect(() => {
    if (typed === '') return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      call('search', { query: { q: typed, limit: 8 }, signal: stop.signal }).then(
        ({ results }) => setFound({ typed, results, problem: null }),
        (problem: unknown) => {
          if (problem instanceof ApiProblem) setFound({ typed, results: [], problem })
        },
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])
  return typed === '' ? nothing : found
}
