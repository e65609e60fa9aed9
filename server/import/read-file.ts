/** What rows and shapes does a file hold that somebody sent? Read in a thread of its own, within bounds of time and memory. */
import { stat } from 'node:fs/promises'
import { ImportFileError } from '../../core/import/problems.ts'
import type { RawFile, RawRow } from '../../core/import/raw-table.ts'
import { runInThread, usualBounds, type ThreadBounds } from './in-thread.ts'
import { mostImportBytes } from '../../core/import/limits.ts'
import type { ReadingInput, ReadingMessage } from './read-in-thread.ts'

export interface AskedFile {
  /** As the sender calls it. */
  readonly file_name: string
  /** Of the province’s VN-2000 zone: for metres that come without a projection. */
  readonly central_meridian: number | null
  /** Rows so far; `total` where the format tells it beforehand. */
  readonly onProgress?: (done: number, total: number | null) => void
  readonly signal?: AbortSignal
}

/** Throws `ImportFileError` for whatever the file has wrong, and the signal’s reason when it is aborted. */
export async function readImportFile(path: string, asked: AskedFile): Promise<RawFile> {
  return readWithin(path, asked, usualBounds)
}

export async function readWithin(path: string, asked: AskedFile, bounds: ThreadBounds): Promise<RawFile> {
  const { file_name, central_meridian, onProgress, signal } = asked
  const { size } = await stat(path)
  if (size === 0) throw new ImportFileError('file_empty')
  if (size > mostImportBytes)
    throw new ImportFileError('file_too_large', { found: size, most: mostImportBytes })
  const input: ReadingInput = { path, file_name, central_meridian }
  const received = new ReceivedFile()
  await runInThread({
    module: new URL('./read-in-thread.ts', import.meta.url),
    input,
    bounds,
    signal,
    onMessage: (message, answer) => {
      const told = message as ReadingMessage
      if (told.kind === 'progress') onProgress?.(told.done, told.total)
      else if (told.kind === 'failed') throw new ImportFileError(told.fault, told.params)
      else if (told.kind === 'file') received.begin(told.file)
      else {
        received.add(told.table, told.rows)
        answer('more')
      }
    },
  })
  return received.toFile()
}

class ReceivedFile {
  #file: RawFile | null = null
  #rows: RawRow[][] = []

  begin(file: RawFile): void {
    this.#file = file
    this.#rows = file.tables.map(() => [])
  }

  add(table: number, rows: readonly RawRow[]): void {
    for (const row of rows) this.#rows[table]?.push(row)
  }

  toFile(): RawFile {
    if (this.#file === null) throw new Error('The reading thread ended without a file')
    const tables = this.#file.tables.map((table, at) => ({ ...table, rows: this.#rows[at] ?? [] }))
    return { ...this.#file, tables }
  }
}
