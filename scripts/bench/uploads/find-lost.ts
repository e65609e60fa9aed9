/** Is every file that was acknowledged in the database and on the disk, byte for byte? */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Database } from '../../../server/db/database.ts'
import { findStoredAs } from '../../../server/db/stored-names.ts'
import { toStoredPath } from '../../../server/files/upload-folder.ts'
import type { Acknowledged } from './senders.ts'

/** @returns what is wrong with each that is not whole */
export async function findLost(
  owner: Database,
  uploadsDir: string,
  acknowledged: Acknowledged,
): Promise<string[]> {
  const lost: string[] = []
  for (const [key, sha256] of acknowledged) {
    const stored_as = await findStoredAs(owner, key)
    if (stored_as === null) lost.push(`${key}: no row`)
    else if ((await toSha256(toStoredPath(uploadsDir, stored_as))) !== sha256)
      lost.push(`${key}: other bytes`)
  }
  return lost
}

async function toSha256(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}
