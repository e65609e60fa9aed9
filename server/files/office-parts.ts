/** Is an archive a document or a table of an office program? By its listing alone: nothing in it is ever unpacked. */
import { openPromise, type Entry } from 'yauzl'
import { AppError } from '../../core/errors.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const mostParts = 5_000
const mostUnpacked_bytes = 500_000_000
/** Text packs to a tenth or so; a bomb to a thousandth. */
const mostRatio = 200

/** @returns the media type, `application/zip` for any other archive; throws `file_unfit` for a bomb, macros and damage */
export async function listOfficeParts(path: string): Promise<string> {
  const names = new Set<string>()
  let unpacked = 0
  let packed = 0
  for (const part of await listParts(path)) {
    names.add(part.fileName)
    unpacked += part.uncompressedSize
    packed += part.compressedSize
    if (part.fileName.toLowerCase().endsWith('vbaproject.bin')) refuse('macros')
  }
  const isBomb = unpacked > mostUnpacked_bytes || (unpacked > 1_000_000 && unpacked > packed * mostRatio)
  if (names.size > mostParts || isBomb) refuse('bomb')
  if (!names.has('[Content_Types].xml')) return 'application/zip'
  if (names.has('word/document.xml')) return word
  return names.has('xl/workbook.xml') ? sheet : 'application/zip'
}

async function listParts(path: string): Promise<Entry[]> {
  try {
    const archive = await openPromise(path, { lazyEntries: true, autoClose: false })
    try {
      if (archive.entryCount > mostParts) refuse('bomb')
      const parts: Entry[] = []
      for await (const part of archive.eachEntry()) parts.push(part)
      return parts
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    return refuse('damaged')
  }
}

function refuse(problem: 'macros' | 'bomb' | 'damaged'): never {
  throw new AppError('file_unfit', { problem, kind: 'document', found: 'archive', expected: 'docx | xlsx' })
}
