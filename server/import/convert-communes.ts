/** How does a list come back with the communes of the other side of 7/2025 beside its own? Nothing of it is kept. */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../core/errors.ts'
import { convertChunks, type ConvertedTable } from '../../core/import/convert/convert-table.ts'
import type { ConvertDirection } from '../../core/import/convert/convert-unit.ts'
import type { Known } from '../../core/import/known.ts'
import { ImportFileError } from '../../core/import/problems.ts'
import type { ConvertedSheets } from './converted-sheet.ts'
import { runInThread, usualBounds } from './in-thread.ts'
import { readImportFile } from './read-file.ts'
import { takeTurns } from './take-turns.ts'

export interface ConvertQuestion {
  readonly file_name: string
  readonly direction: ConvertDirection
  readonly language: 'vi' | 'en'
  readonly known: Known
  /** After which a list is given up. */
  readonly time_s?: number
}

export interface ConvertedFile {
  readonly format: 'xlsx' | 'csv'
  readonly bytes: Uint8Array
  readonly rows: number
  readonly doubtful: number
}

export const mostConvertBytes = 16_000_000

/** @throws AppError `file_too_large`, `import_unfit` with the fault */
export async function convertCommunes(body: Readable, question: ConvertQuestion): Promise<ConvertedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'convert-'))
  try {
    const path = join(folder, randomUUID())
    await receive(body, path)
    return await convertFile(path, question)
  } catch (error) {
    if (error instanceof ImportFileError) {
      throw new AppError('import_unfit', { ...error.params, fault: error.fault })
    }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function receive(body: Readable, path: string): Promise<void> {
  let bytes = 0
  const count = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length
      if (bytes > mostConvertBytes) done(new AppError('file_too_large', { most_bytes: mostConvertBytes }))
      else done(null, chunk)
    },
  })
  await pipeline(body, count, createWriteStream(path, { mode: 0o600 }))
}

async function convertFile(
  path: string,
  { file_name, direction, language, known, time_s = usualBounds.time_s }: ConvertQuestion,
): Promise<ConvertedFile> {
  const file = await readImportFile(path, { file_name, central_meridian: null })
  const converted: ConvertedTable[] = []
  const bound = { time_s, tooLong: AbortSignal.timeout(time_s * 1000) }
  for (const table of file.tables) {
    const found = await convertInTurns(convertChunks(table, known, { direction, language }), bound)
    if (found !== null && found.rows.length > 0) converted.push(found)
  }
  if (converted.length === 0) throw new ImportFileError('header_not_found')
  const format = file.format === 'csv' ? 'csv' : 'xlsx'
  const tables = file.format === 'xlsx' ? [] : file.tables
  const input: ConvertedSheets = {
    original: file.format === 'xlsx' ? path : null,
    format,
    delimiter: format === 'csv' ? await findDelimiter(path) : ',',
    // Travels to the thread only where the sheet is made anew.
    tables: tables.map(({ name, header, rows }) => ({
      name,
      header,
      rows: rows.map(({ at, cells }) => ({ at, cells })),
    })),
    converted,
  }
  const rows = converted.flatMap((table) => table.rows)
  return {
    format,
    bytes: await write(input),
    rows: rows.length,
    doubtful: rows.filter(({ is_doubtful }) => is_doubtful).length,
  }
}

/** Anybody may send a list of names that are none: the server answers others meanwhile, and gives it up at last. */
async function convertInTurns<T>(
  work: Generator<undefined, T, void>,
  { time_s, tooLong }: { readonly time_s: number; readonly tooLong: AbortSignal },
): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    await takeTurns(tooLong).catch(() => {
      throw new ImportFileError('reading_took_too_long', { most: time_s })
    })
  }
}

async function write(input: ConvertedSheets): Promise<Uint8Array> {
  let written: Uint8Array | null = null
  await runInThread({
    module: new URL('./converted-sheet.ts', import.meta.url),
    input,
    bounds: usualBounds,
    onMessage: (message) => {
      written = message as Uint8Array
    },
  })
  if (written === null) throw new Error('The thread ended without a file')
  return written
}

/** The sender's own: the most frequent one at the beginning of the file. */
async function findDelimiter(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    const text = buffer.subarray(0, bytesRead).toString('latin1')
    const count = (delimiter: string) => text.split(delimiter).length
    return [';', '\t', '|', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
  } finally {
    await handle.close()
  }
}
