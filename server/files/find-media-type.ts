/** What is a file really, whatever its name says? By its first bytes; of an office file by the listing of its container. */
import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '../../core/errors.ts'
import { findEnding, listEndings, type FileKind } from '../../core/files/kinds.ts'
import { listOfficeParts } from './office-parts.ts'

/** As much as the signatures need; archives are not opened with so little of them. */
const head_bytes = 4_100

/** @throws AppError `file_unfit` with what was found and what is taken */
export async function findMediaType(path: string, kind: FileKind): Promise<string> {
  const head = await readHead(path)
  if (head.length === 0) refuseType(kind, 'empty')
  // Text of another encoding is told as such by whoever reads it.
  if (kind === 'drive_test' && isUtf16(head)) return 'text/csv'
  const found = await findSignature(path, head)
  // Lines of a table have no signature: whether they are one, reading them shows.
  if (kind === 'drive_test') return found === null ? 'text/csv' : refuseType(kind, found)
  if (found === null || findEnding(kind, found) === null) return refuseType(kind, found ?? 'unknown')
  return found
}

function isUtf16(head: Buffer): boolean {
  return ['fffe', 'feff'].includes(head.subarray(0, 2).toString('hex'))
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(head_bytes), 0, head_bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function findSignature(path: string, head: Buffer): Promise<string | null> {
  // Before the library, which would look into the archive for what it is.
  if (head.subarray(0, 2).toString('latin1') === 'PK') return listOfficeParts(path)
  const type = await fileTypeFromBuffer(head).catch(() => undefined)
  return type?.mime ?? null
}

function refuseType(kind: FileKind, found: string): never {
  throw new AppError('file_unfit', {
    problem: found === 'empty' ? 'empty' : 'type',
    kind,
    found,
    expected: listEndings(kind).join(' | '),
  })
}
