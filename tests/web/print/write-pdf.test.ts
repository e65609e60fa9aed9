import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { SheetDrawing } from '../../../web/print/sheet-drawing.ts'
import { writePdf } from '../../../web/print/write-pdf.ts'
import { readPdf } from '../../helpers/read-pdf.ts'

const { resolve } = createRequire(import.meta.url)

async function readFont(subset: string, weight: number): Promise<ArrayBuffer> {
  const file = resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff`)
  return new Uint8Array(await readFile(file)).buffer
}

async function write(texts: readonly string[]): Promise<Uint8Array> {
  const drawing: SheetDrawing = {
    width_mm: 297,
    height_mm: 210,
    parts: texts.map((text, index) => ({
      type: 'text',
      x: 10,
      y: 20 + index * 8,
      text,
      color: '#1d2a2e',
      size_pt: 12,
      weight: index % 2 === 0 ? 400 : 600,
    })),
  }
  const fonts = async (weight: number) => ({
    latin: await readFont('latin', weight),
    vietnamese: await readFont('vietnamese', weight),
  })
  return writePdf(drawing, {
    title: 'Thử',
    language: 'vi',
    fonts: { 400: await fonts(400), 600: await fonts(600) },
    encode: () => Promise.reject(new Error('no picture here')),
  })
}

describe('a sheet as PDF', () => {
  const names = [
    'Mường Nhé, Tủa Chùa, Nậm Pồ, Ẳng Tở',
    'Đề Bâu – Ẵ Ẫ Ễ Ồ Ố ữ ự ỵ',
    '94,4 % · 1.364 trong 1.445 (100 %)',
  ]

  it('holds Vietnamese words as words, composed', async () => {
    const { text } = await readPdf(await write(names.map((name) => name.normalize('NFD'))))
    expect(text.split('\n')).toEqual(names.map((name) => name.normalize('NFC')))
  })

  it('has the size of its paper', async () => {
    const { width_pt, height_pt } = await readPdf(await write(['a']))
    expect([width_pt, height_pt].map(Math.round)).toEqual([842, 595])
  })

  it('shows that a letter is missing instead of leaving it out', async () => {
    expect((await readPdf(await write(['a→ລ b']))).text).toBe('a?? b')
  })
})
