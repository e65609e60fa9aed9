/** How far is the file? The map is drawn at the fineness of paper, then written; it can be called off until it is there. */
import { useRef, useState } from 'react'
import { saveFile } from '../../export/save-file.ts'
import { toFileName } from '../../export/to-file-name.ts'
import { encodePdf, encodePng } from '../../print/encode-sheet.ts'
import { makeSheet } from '../../print/make-sheet.ts'
import type { Paper } from '../../print/paper.ts'
import type { SheetSource } from './use-sheet.ts'

/** Fine for text and lines that are looked at from an arm's length. */
const print_dots_per_inch = 200

export type Saving =
  | { readonly type: 'idle' | 'drawing' | 'writing' | 'cancelled' | 'failed' }
  | { readonly type: 'done'; readonly name: string; readonly dots_per_inch: number }

export interface SavingRequest {
  readonly source: SheetSource
  readonly title: string
  readonly paper: Paper
  readonly language: string
}

export interface SavingControl {
  readonly saving: Saving
  readonly save: (format: 'pdf' | 'png', request: SavingRequest) => void
  readonly cancel: () => void
}

export function useSaving(): SavingControl {
  const [saving, setSaving] = useState<Saving>({ type: 'idle' })
  const running = useRef<AbortController | null>(null)

  const save: SavingControl['save'] = (format, request) => {
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    const tell = (next: Saving) => {
      if (running.current === abort) setSaving(next)
    }
    tell({ type: 'drawing' })
    void makeFile(format, {
      ...request,
      signal: abort.signal,
      onWriting: () => tell({ type: 'writing' }),
    }).then(
      (done) => tell({ type: 'done', ...done }),
      (error: unknown) => {
        if (abort.signal.aborted) return
        console.warn('The sheet cannot be printed:', error)
        tell({ type: 'failed' })
      },
    )
  }
  const cancel = () => {
    running.current?.abort()
    running.current = null
    setSaving({ type: 'cancelled' })
  }
  return { saving, save, cancel }
}

interface FileOrder extends SavingRequest {
  readonly signal: AbortSignal
  readonly onWriting: () => void
}

async function makeFile(format: 'pdf' | 'png', order: FileOrder) {
  const { source, title, paper, language, signal, onWriting } = order
  const { drawing, dots_per_inch } = await makeSheet({
    ...source.order(title),
    paper,
    dots_per_inch: print_dots_per_inch,
    signal,
  })
  onWriting()
  const file =
    format === 'png' ? await encodePng(drawing, dots_per_inch) : await encodePdf(drawing, { title, language })
  signal.throwIfAborted()
  const name = toFileName(`${title} ${paper.size}`, format)
  saveFile(file, name)
  return { name, dots_per_inch }
}

export function isLowered({ dots_per_inch }: { readonly dots_per_inch: number }): boolean {
  return dots_per_inch < print_dots_per_inch - 2
}
