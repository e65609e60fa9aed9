/** What does the reading thread tell the server? How far it is, then the rows piece by piece, each when it is asked for. */
import { readFile } from 'node:fs/promises'
import { on } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
import type { ErrorParams } from '../../core/errors.ts'
import { ImportFileError, type FileFault } from '../../core/import/problems.ts'
import type { RawFile, RawRow } from '../../core/import/raw-table.ts'
import { readBytes } from './read-bytes.ts'

export interface ReadingInput {
  readonly path: string
  readonly file_name: string
  readonly central_meridian: number | null
}

export type ReadingMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  /** Tables without their rows, which follow. */
  | { readonly kind: 'file'; readonly file: RawFile }
  | { readonly kind: 'rows'; readonly table: number; readonly rows: readonly RawRow[] }
  | { readonly kind: 'failed'; readonly fault: FileFault; readonly params: ErrorParams }

/** A piece is unpacked by the server in a few milliseconds; all at once would take it half a second. */
const rowsPerPiece = 1_000
/** Packed here while the server unpacks the one before. */
const mostUnderWay = 3

export async function work({ path, ...asked }: ReadingInput, port: MessagePort): Promise<void> {
  const tell = (message: ReadingMessage) => port.postMessage(message)
  try {
    const bytes = await readFile(path)
    const file = await readBytes(bytes, {
      ...asked,
      onProgress: (done, total) => tell({ kind: 'progress', done, total }),
    })
    tell({ kind: 'file', file: { ...file, tables: file.tables.map((table) => ({ ...table, rows: [] })) } })
    const answers = on(port, 'message')
    let underWay = 0
    for (const piece of toPieces(file)) {
      if (underWay >= mostUnderWay) await answers.next()
      else underWay += 1
      tell(piece)
    }
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error
    tell({ kind: 'failed', fault: error.fault, params: error.params })
  }
}

function* toPieces({ tables }: RawFile): Generator<ReadingMessage> {
  for (const [table, { rows }] of tables.entries()) {
    for (let from = 0; from < rows.length; from += rowsPerPiece) {
      yield { kind: 'rows', table, rows: rows.slice(from, from + rowsPerPiece) }
    }
  }
}
