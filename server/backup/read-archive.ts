/** Is this file a whole backup of ours, and what does it hold? Checked to the last byte before anything is touched. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { Value } from 'typebox/value'
import {
  archiveFormat,
  archiveProduct,
  BackupError,
  manifestName,
  manifestSchema,
  type Manifest,
} from './archive-format.ts'

export interface Member {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array> & { resume: () => unknown }
}

/** Calls back with one member after the other, in the order in which they were written. Every content must be read. */
export async function forEachMember(file: string, work: (member: Member) => Promise<void>): Promise<void> {
  if (!existsSync(file)) throw new BackupError('backupMissing', file)
  const source = createReadStream(file)
  const unzip = createGunzip()
  const members = extract()
  source.on('error', (error) => members.destroy(error))
  unzip.on('error', (error) => members.destroy(error))
  source.pipe(unzip).pipe(members)
  try {
    for await (const entry of members) {
      // The stream is iterable, which its types leave out.
      await work({ name: entry.header.name, content: entry as unknown as Member['content'] })
    }
  } finally {
    source.destroy()
  }
}

/** The manifest of a file whose every member is as it was written. */
export async function checkArchive(file: string): Promise<Manifest> {
  const found: Manifest['members'][number][] = []
  let manifest: unknown
  try {
    await forEachMember(file, async ({ name, content }) => {
      if (name === manifestName) manifest = JSON.parse(await readText(content))
      else found.push({ name, ...(await digest(content)) })
    })
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError(found.length === 0 ? 'backupForeign' : 'backupDamaged', file, { cause: error })
  }
  if (manifest === undefined)
    throw new BackupError(found.length === 0 ? 'backupForeign' : 'backupDamaged', file)
  return requireWhole(file, manifest, found)
}

function requireWhole(file: string, manifest: unknown, found: Manifest['members']): Manifest {
  const { product, format } = manifest as { product?: unknown; format?: unknown }
  if (product !== archiveProduct) throw new BackupError('backupForeign', file)
  if (typeof format === 'number' && format > archiveFormat) throw new BackupError('backupNewer', file)
  if (!Value.Check(manifestSchema, manifest)) throw new BackupError('backupDamaged', file)
  if (
    JSON.stringify(found) !==
    JSON.stringify(manifest.members.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })))
  )
    throw new BackupError('backupDamaged', file)
  return manifest
}

export async function readText(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

async function digest(
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of content) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
