/** What lies in a zip? Its listing is checked before anything is unpacked; each part then unpacks to what the listing says. */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ImportFileError } from '../../core/import/problems.ts'
import { mostArchiveParts, mostUnpacked_bytes, mostUnpackingRatio, smallArchive_bytes } from './limits.ts'

export class Archive {
  /** In the order of the listing, folders left out. */
  readonly names: readonly string[]
  readonly #zip: ZipFile
  readonly #parts: ReadonlyMap<string, Entry>

  constructor(zip: ZipFile, parts: readonly Entry[]) {
    this.#zip = zip
    this.names = parts.map(({ fileName }) => fileName)
    // Office programs disagree about capitals in the names of parts.
    this.#parts = new Map(parts.map((part) => [part.fileName.toLowerCase(), part]))
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase())
  }

  /** Throws `part_missing`, `file_encrypted`, `file_damaged`. */
  async *stream(name: string): AsyncGenerator<Buffer, void, undefined> {
    const part = this.#parts.get(name.toLowerCase())
    if (part === undefined) throw new ImportFileError('part_missing', { part: name })
    if (part.isEncrypted()) throw new ImportFileError('file_encrypted', { part: name })
    try {
      const stream = await this.#zip.openReadStreamPromise(part)
      for await (const chunk of stream) yield chunk as Buffer
    } catch (error) {
      if (error instanceof ImportFileError) throw error
      throw new ImportFileError('file_damaged', { part: name })
    }
  }

  async read(name: string): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of this.stream(name)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}

/** Throws `file_truncated`, `file_damaged`, `archive_too_large`, `archive_path_unsafe`. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const parts: Entry[] = []
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
    if (zip.entryCount > mostArchiveParts)
      throw new ImportFileError('archive_too_large', { most: mostArchiveParts })
    for await (const part of zip.eachEntry()) if (!part.fileName.endsWith('/')) parts.push(part)
    checkSizes(parts)
    return new Archive(zip, parts)
  } catch (error) {
    throw toFault(error)
  }
}

function checkSizes(parts: readonly Entry[]): void {
  let unpacked = 0
  let packed = 0
  for (const part of parts) {
    unpacked += part.uncompressedSize
    packed += part.compressedSize
  }
  const isBomb = unpacked > smallArchive_bytes && unpacked > packed * mostUnpackingRatio
  if (unpacked > mostUnpacked_bytes || isBomb) {
    throw new ImportFileError('archive_too_large', { found: unpacked, most: mostUnpacked_bytes })
  }
}

/** The library tells its errors apart by their text alone. */
function toFault(error: unknown): ImportFileError {
  if (error instanceof ImportFileError) return error
  const text = error instanceof Error ? error.message : ''
  if (/^(absolute path|invalid relative path|invalid characters in fileName)/.test(text)) {
    return new ImportFileError('archive_path_unsafe', { part: text.replace(/^[^:]*: /, '').slice(0, 100) })
  }
  if (text.includes('strong encryption')) return new ImportFileError('file_encrypted')
  return new ImportFileError(text.includes('End of central directory') ? 'file_truncated' : 'file_damaged')
}
