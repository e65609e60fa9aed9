/** What is a file by its bytes? The name is only what the sender calls it. */
import { fileTypeFromBuffer } from 'file-type'
import { ImportFileError } from '../../core/import/problems.ts'
import type { ImportFormat } from '../../core/import/raw-table.ts'
import { openArchive, type Archive } from './archive.ts'
import { findUnicode } from './decode-text.ts'

export type FoundFormat =
  | { readonly format: 'xlsx' | 'kmz' | 'shapefile'; readonly archive: Archive }
  | { readonly format: Exclude<ImportFormat, 'xlsx' | 'kmz' | 'shapefile'> }

const zipMark = Buffer.from('PK\x03\x04', 'latin1')
const emptyZipMark = Buffer.from('PK\x05\x06', 'latin1')
const sqliteMark = Buffer.from('SQLite format 3\0', 'latin1')
const oleMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const shpMark = Buffer.from([0, 0, 0x27, 0x0a])

export async function findFormat(bytes: Buffer): Promise<FoundFormat> {
  if (bytes.length === 0) throw new ImportFileError('file_empty')
  if (startsWith(bytes, zipMark) || startsWith(bytes, emptyZipMark))
    return findInArchive(await openArchive(bytes))
  if (startsWith(bytes, sqliteMark)) return { format: 'gpkg' }
  if (startsWith(bytes, oleMark)) refuseOle(bytes)
  if (startsWith(bytes, shpMark)) throw new ImportFileError('part_missing', { part: '.dbf', found: '.shp' })
  const start = readStart(bytes)
  if (start === '') throw new ImportFileError('file_empty')
  if (start.startsWith('<')) return findInMarkup(start)
  if (start.startsWith('{') || start.startsWith('[')) return { format: 'geojson' }
  await refuseBinary(bytes, start)
  return { format: 'csv' }
}

/** The library knows hundreds of marks; some are weak, and a text may begin so: only what has zeros is no text. */
async function refuseBinary(bytes: Buffer, start: string): Promise<void> {
  const head = bytes.subarray(0, 4_100)
  if (head.includes(0) && findUnicode(bytes) === null) {
    const known = await fileTypeFromBuffer(head)
    throw new ImportFileError('format_unknown', { found: known?.ext ?? 'binary' })
  }
  const document = /^(%PDF-|\{\\rtf)/.exec(start)?.[0]
  if (document !== undefined)
    throw new ImportFileError('format_unknown', { found: document === '%PDF-' ? 'pdf' : 'rtf' })
}

function findInArchive(archive: Archive): FoundFormat {
  if (archive.has('xl/workbook.bin')) throw new ImportFileError('format_unknown', { found: 'xlsb' })
  if (archive.has('[Content_Types].xml')) return findOfficePart(archive)
  if (archive.has('content.xml')) throw new ImportFileError('format_unknown', { found: 'ods' })
  const endings = new Set(archive.names.map((name) => name.toLowerCase().split('.').at(-1)))
  if (endings.has('shp') || endings.has('dbf')) return { format: 'shapefile', archive }
  if (endings.has('kml')) return { format: 'kmz', archive }
  const found = archive.names.slice(0, 5).join(', ').slice(0, 200)
  throw new ImportFileError('archive_without_table', { found, expected: '.shp, .kml' })
}

function findOfficePart(archive: Archive): FoundFormat {
  const other = ['word', 'ppt', 'visio'].find((folder) =>
    archive.names.some((name) => name.startsWith(`${folder}/`)),
  )
  if (other !== undefined) {
    throw new ImportFileError('format_unknown', {
      found: { word: 'docx', ppt: 'pptx', visio: 'vsdx' }[other] ?? other,
    })
  }
  return { format: 'xlsx', archive }
}

/** An encrypted workbook is one stream in the same container as an `.xls` of before 2007. Names in it are UTF-16. */
function refuseOle(bytes: Buffer): never {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new ImportFileError('file_encrypted')
  if (bytes.includes(Buffer.from('WordDocument', 'utf16le')))
    throw new ImportFileError('format_unknown', { found: 'doc' })
  throw new ImportFileError('format_xls', { expected: 'xlsx' })
}

function findInMarkup(start: string): FoundFormat {
  const root = findRoot(start)
  if (root === 'kml') return { format: 'kml' }
  if (root === 'gpx') return { format: 'gpx' }
  // Programs save pages and the XML of 2003 as `.xls`.
  if (root === 'html' || /<!doctype html/i.test(start))
    throw new ImportFileError('format_unknown', { found: 'html' })
  if (/<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/.test(start)) {
    throw new ImportFileError('format_unknown', { found: 'xml-spreadsheet' })
  }
  if (root === null) throw new ImportFileError('file_truncated', { found: 'xml' })
  throw new ImportFileError('format_unknown', { found: `xml ${root}`.slice(0, 60) })
}

/** Tags like `<table>` at the very beginning are a page without its head. */
function findRoot(start: string): string | null {
  const withoutProlog = start.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[\s\S]*?\]\s*)?>/gi, '')
  const name = /<(?:[\w-]+:)?([A-Za-z][\w-]*)/.exec(withoutProlog)?.[1]?.toLowerCase() ?? null
  return name !== null && ['html', 'table', 'body', 'head', 'meta', 'style', 'div'].includes(name)
    ? 'html'
    : name
}

/** Without mark and blanks, in whichever of the Unicode encodings. */
function readStart(bytes: Buffer): string {
  const sample = bytes.subarray(0, 16_000)
  const [first, second] = sample
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
  const text = new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(sample)
  return text.replace(/^[\ufeff\s]+/, '')
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark)
}
