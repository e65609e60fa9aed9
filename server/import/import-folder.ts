/** Where do the files stand that were sent to be imported? Under names that the server made. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../core/errors.ts'
import { mostImportBytes } from '../../core/import/limits.ts'
import { requireRoom } from '../files/receive-bytes.ts'

export interface StoredImport {
  readonly stored_as: string
  readonly bytes: number
  readonly sha256: string
}

export function toImportPath(uploadsDir: string, stored_as: string): string {
  return join(uploadsDir, 'imports', stored_as)
}

/** All of it or nothing: what is too large, or breaks off, is not kept. */
export async function storeImport(uploadsDir: string, body: Readable): Promise<StoredImport> {
  const folder = join(uploadsDir, 'imports')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await requireRoom(uploadsDir, mostImportBytes)
  const stored_as = randomUUID()
  const path = toImportPath(uploadsDir, stored_as)
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length
      if (bytes > mostImportBytes) {
        done(new AppError('file_too_large', { most_bytes: mostImportBytes }))
        return
      }
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(body, count, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  if (bytes > 0) return { stored_as, bytes, sha256: hash.digest('hex') }
  await rm(path, { force: true })
  throw new AppError('import_unfit', { fault: 'file_empty' })
}

export async function dropImport(uploadsDir: string, stored_as: string): Promise<void> {
  await rm(toImportPath(uploadsDir, stored_as), { force: true })
}
