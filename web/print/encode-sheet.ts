/** How does a sheet become a file? A picture of its paper's size in pixels, or a PDF of its size in points. */
import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff?url'
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff?url'
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff?url'
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff?url'
import { paintSheet } from './paint-sheet.ts'
import type { SheetDrawing } from './sheet-drawing.ts'

export async function encodePng(drawing: SheetDrawing, dots_per_inch: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  paintSheet(canvas, drawing, dots_per_inch / 25.4)
  return toBlob(canvas, 'image/png')
}

export async function encodePdf(
  drawing: SheetDrawing,
  { title, language }: { readonly title: string; readonly language: string },
): Promise<Blob> {
  const [{ writePdf }, ...files] = await Promise.all([
    import('./write-pdf.ts'),
    ...[latin400, vietnamese400, latin600, vietnamese600].map(fetchFile),
  ])
  const bytes = await writePdf(drawing, {
    title,
    language,
    fonts: {
      400: { latin: files[0]!, vietnamese: files[1]! },
      600: { latin: files[2]!, vietnamese: files[3]! },
    },
    encode: async (canvas, quality) => {
      const blob = await toBlob(canvas, quality === 'map' ? 'image/jpeg' : 'image/png')
      return new Uint8Array(await blob.arrayBuffer())
    },
  })
  return new Blob([new Uint8Array(bytes)], { type: 'application/pdf' })
}

async function fetchFile(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`no font: ${response.status}`)
  return response.arrayBuffer()
}

const jpegQuality = 0.95

function toBlob(canvas: HTMLCanvasElement, type: 'image/png' | 'image/jpeg'): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      type,
      jpegQuality,
    ),
  )
}
