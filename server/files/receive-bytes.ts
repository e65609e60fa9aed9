/** How do the bytes of a request come to the disk? As they come, never more of them than were announced. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../core/errors.ts'

export interface Receiving {
  readonly path: string
  readonly offset: number
  /** Of the whole file. */
  readonly bytes: number
  readonly signal: AbortSignal
}

/**
 * What has come before a line breaks is kept. With the last byte the file is on the disk before this resolves.
 *
 * @throws AppError `storage_full`, `body_too_large`, `body_unreadable` where the line broke
 */
export async function receiveBytes(
  body: Readable,
  { path, offset, bytes, signal }: Receiving,
): Promise<number> {
  const target = createWriteStream(path, { flags: 'r+', start: offset })
  try {
    await pipeline(body, toLimited(bytes - offset), target, { signal })
  } catch (error) {
    // What is being written still comes to its end.
    if (!target.closed) await once(target, 'close')
    return toRefusal(error)
  }
  return flush(path, bytes)
}

async function flush(path: string, bytes: number): Promise<number> {
  const handle = await open(path, 'r+')
  try {
    const { size } = await handle.stat()
    if (size === bytes) await handle.sync().catch(toRefusal)
    return size
  } finally {
    await handle.close()
  }
}

function toLimited(room: number) {
  return async function* limit(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let left = room
    for await (const chunk of chunks) {
      left -= chunk.length
      if (left < 0) throw new AppError('body_too_large', { longest: room })
      yield chunk
    }
  }
}

const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export function isStorageFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && fullCodes.has(String(error.code))
}

function toRefusal(error: unknown): never {
  if (error instanceof AppError) throw error
  if (isStorageFull(error)) throw new AppError('storage_full')
  throw new AppError('body_unreadable', { expected: 'whole body' })
}

/** What the database and the log need to go on. */
const reserve_bytes = 200_000_000

/** Before a byte is sent. @throws AppError `storage_full` */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  const disk = await statfs(folder).catch(() => statfs(dirname(folder)))
  const free = disk.bavail * disk.bsize
  if (free < bytes + reserve_bytes) throw new AppError('storage_full', { bytes, free })
}
