/** How will the sheet look? The sheet itself, drawn coarsely. */
import { useEffect, useRef, useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { paintSheet } from '../../print/paint-sheet.ts'
import { toSheet, type Paper } from '../../print/paper.ts'
import { usePreview } from './use-preview.ts'
import type { SheetSource } from './use-sheet.ts'

interface SheetPreviewProps {
  readonly source: SheetSource
  readonly title: string
  readonly paper: Paper
}

/** Enough for a screen that shows two pixels for one. */
const preview_pixels_per_mm = 3.8

export function SheetPreview({ source, title, paper }: SheetPreviewProps) {
  const { p } = usePartWords('print')
  const [attempt, setAttempt] = useState(0)
  const preview = usePreview({ source, title, paper, attempt })
  const canvas = useRef<HTMLCanvasElement>(null)
  const sheet = preview.type === 'drawn' ? preview.sheet : preview.type === 'drawing' ? preview.before : null
  useEffect(() => {
    if (canvas.current !== null && sheet !== null)
      paintSheet(canvas.current, sheet.drawing, preview_pixels_per_mm)
  }, [sheet])
  const { width, height } = toSheet(paper)
  if (preview.type === 'failed') {
    return (
      <div className="notice" role="alert">
        <p>{p('page.failed')}</p>
        <button type="button" className="text-button" onClick={() => setAttempt(attempt + 1)}>
          {p('page.retry')}
        </button>
      </div>
    )
  }
  return (
    <figure className="sheet-preview" aria-busy={preview.type === 'drawing'}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={p('page.preview', { title })}
        style={{ aspectRatio: `${width} / ${height}` }}
        data-drawn={preview.type === 'drawn'}
      />
      {preview.type === 'drawing' && (
        <figcaption>
          <span role="status">{p('page.drawing_preview')}</span>
        </figcaption>
      )}
    </figure>
  )
}
