/** How does the sheet look? Drawn again, coarsely, a moment after anything on it changed. */
import { useEffect, useState } from 'react'
import { makeSheet, type MadeSheet } from '../../print/make-sheet.ts'
import type { Paper } from '../../print/paper.ts'
import type { SheetSource } from './use-sheet.ts'

/** One pixel of the page for one of the map. */
const preview_dots_per_inch = 96
/** A map that is being moved, or a title that is being typed, is not drawn at every step. */
const calm_ms = 500

interface PreviewOptions {
  readonly source: SheetSource | null
  readonly title: string
  readonly paper: Paper
  readonly attempt: number
}

export type Preview =
  | { readonly type: 'drawing'; readonly before: MadeSheet | null }
  | { readonly type: 'drawn'; readonly sheet: MadeSheet }
  | { readonly type: 'failed' }

export function usePreview({ source, title, paper, attempt }: PreviewOptions): Preview {
  const [preview, setPreview] = useState<Preview>({ type: 'drawing', before: null })
  useEffect(() => {
    if (source === null) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      setPreview((before) => ({ type: 'drawing', before: before.type === 'drawn' ? before.sheet : null }))
      const order = {
        ...source.order(title),
        paper,
        dots_per_inch: preview_dots_per_inch,
        signal: abort.signal,
      }
      makeSheet(order).then(
        (sheet) => {
          if (!abort.signal.aborted) setPreview({ type: 'drawn', sheet })
        },
        (error: unknown) => {
          if (abort.signal.aborted) return
          console.warn('The sheet cannot be drawn:', error)
          setPreview({ type: 'failed' })
        },
      )
    }, calm_ms)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [source, title, paper, attempt])
  return preview
}
