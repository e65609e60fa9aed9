/** Where do files stand, on their way and when they are here? Only names that the server made, below one folder. */
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileNoun } from '../../core/api/files.ts'
import type { FileKind } from '../../core/files/kinds.ts'

/** Of a file on its way. */
export interface Upload {
  /** The sender's key. */
  readonly id: string
  readonly user_id: number
  readonly noun: FileNoun
  readonly noun_id: number
  readonly kind: FileKind
  readonly name: string
  readonly bytes: number
  /** A UUID of the server's, under which the file will stand. */
  readonly stored_as: string
  readonly created_at: string
}

/** What is on its way, and what is drawn of photos: a backup leaves both out. */
export const passingFolders = ['incoming', 'drawn'] as const

export function toStoredPath(uploadsDir: string, stored_as: string): string {
  return join(uploadsDir, 'files', stored_as.slice(0, 2), stored_as)
}

export function toDrawnPath(uploadsDir: string, stored_as: string, what: string): string {
  return join(uploadsDir, 'drawn', `${stored_as}.${what}`)
}

type Named = Pick<Upload, 'id' | 'user_id'>

/** By who sends it too: whoever guesses another's key finds nothing. */
export function toPartPath(uploadsDir: string, { id, user_id }: Named): string {
  return join(uploadsDir, 'incoming', `${user_id}-${id}.part`)
}

function toNotePath(uploadsDir: string, { id, user_id }: Named): string {
  return join(uploadsDir, 'incoming', `${user_id}-${id}.json`)
}

export async function beginUpload(uploadsDir: string, upload: Upload): Promise<void> {
  await mkdir(join(uploadsDir, 'incoming'), { recursive: true })
  await writeFile(toPartPath(uploadsDir, upload), '', { mode: 0o600 })
  await writeFile(toNotePath(uploadsDir, upload), JSON.stringify(upload), { mode: 0o600 })
}

/** Null where none is on its way, also where a crash left half a note. */
export async function findUpload(uploadsDir: string, named: Named): Promise<Upload | null> {
  try {
    return JSON.parse(await readFile(toNotePath(uploadsDir, named), 'utf8')) as Upload
  } catch {
    return null
  }
}

/** How many bytes have come, by the disk; null where they are gone. */
export async function countBytes(uploadsDir: string, upload: Upload): Promise<number | null> {
  const places = [toPartPath(uploadsDir, upload), toStoredPath(uploadsDir, upload.stored_as)]
  for (const place of places) {
    const found = await stat(place).catch(() => null)
    if (found !== null) return found.size
  }
  return null
}

/** On its way in one go or not at all, and on the disk before this resolves. Doing it again is harmless. */
export async function placeUpload(uploadsDir: string, upload: Upload): Promise<void> {
  const path = toStoredPath(uploadsDir, upload.stored_as)
  await mkdir(dirname(path), { recursive: true })
  await rename(toPartPath(uploadsDir, upload), path).catch(async (error: unknown) => {
    // Placed before, by a server that did not live to say so.
    if ((await stat(path).catch(() => null)) === null) throw error
  })
  for (const folder of [dirname(path), dirname(dirname(path))]) await syncFolder(folder)
}

/** A name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Where the bytes are now. */
export async function findBytes(uploadsDir: string, upload: Upload): Promise<string> {
  const part = toPartPath(uploadsDir, upload)
  return (await stat(part).catch(() => null)) === null ? toStoredPath(uploadsDir, upload.stored_as) : part
}

/** The note goes; the file stays where it is stored. */
export async function endUpload(uploadsDir: string, upload: Named): Promise<void> {
  await rm(toNotePath(uploadsDir, upload), { force: true })
}

/** Nothing of it is kept. The caller knows that no row speaks of it. */
export async function dropUpload(uploadsDir: string, upload: Upload): Promise<void> {
  await rm(toPartPath(uploadsDir, upload), { force: true })
  await rm(toStoredPath(uploadsDir, upload.stored_as), { force: true })
  await endUpload(uploadsDir, upload)
}

/** All that are on their way, or those of one person. */
export async function listUploads(uploadsDir: string, user_id?: number): Promise<Upload[]> {
  const names = await readdir(join(uploadsDir, 'incoming')).catch(() => [])
  const found: Upload[] = []
  for (const name of names) {
    const [, owner, id] = /^(\d+)-([0-9a-f-]{36})\.json$/.exec(name) ?? []
    if (id === undefined || (user_id !== undefined && Number(owner) !== user_id)) continue
    const upload = await findUpload(uploadsDir, { id, user_id: Number(owner) })
    if (upload !== null) found.push(upload)
  }
  return found
}
