/** What does a PDF say, and on which paper? Read back from its content and the tables of its fonts. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFPage,
} from 'pdf-lib'

export interface ReadPdf {
  readonly width_pt: number
  readonly height_pt: number
  /** One per line of text, in the order of writing; pieces of a line are joined. */
  readonly text: string
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes)
  const page = document.getPage(0)
  const { width, height } = page.getSize()
  const letters = readFonts(page)
  const lines: { y: string; text: string }[] = []
  let font = ''
  let y = ''
  for (const [, name, , at, hex] of readContent(page).matchAll(
    /\/(\S+) [\d.]+ Tf|1 0 0 1 (\S+) (\S+) Tm|<([0-9A-Fa-f]+)> Tj/g,
  )) {
    if (name !== undefined) font = name
    if (at !== undefined) y = at
    if (hex === undefined) continue
    const text = (hex.match(/.{4}/g) ?? []).map(
      (code) => letters.get(font)?.get(code.toLowerCase()) ?? '\ufffd',
    )
    const last = lines.at(-1)
    if (last?.y === y) last.text += text.join('')
    else lines.push({ y, text: text.join('') })
  }
  return { width_pt: width, height_pt: height, text: lines.map(({ text }) => text).join('\n') }
}

function readContent(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents]
  return streams.map((stream) => toText(stream)).join('\n')
}

/** By the font's name on the page, then by the code of a glyph. */
function readFonts(page: PDFPage): Map<string, Map<string, string>> {
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
  return new Map(
    (fonts?.entries() ?? []).map(([name, ref]) => {
      const font = page.doc.context.lookup(ref, PDFDict)
      const table = toText(font.lookup(PDFName.of('ToUnicode')))
      const pairs = [...table.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>/g)]
      return [
        name.decodeText(),
        new Map(pairs.map(([, code, letter]) => [code!.toLowerCase(), fromHex(letter!)])),
      ]
    }),
  )
}

function fromHex(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)))
}

function toText(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('no stream')
  return new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode())
}
