/** What becomes of uploads whose sender never came back? After the configured time nothing of them is kept. */
import type { Client } from '../db/database.ts'
import { findStoredAs } from '../db/stored-names.ts'
import { dropUpload, endUpload, listUploads } from './upload-folder.ts'
import type { UploadTurns } from './upload-turns.ts'

export interface Expiring {
  readonly system: Client
  readonly uploadsDir: string
  readonly expire_h: number
  readonly turns: UploadTurns
}

/** @returns how many were given up */
export async function expireUploads({ system, uploadsDir, expire_h, turns }: Expiring): Promise<number> {
  const before = Date.now() - expire_h * 3_600_000
  let given = 0
  for (const upload of await listUploads(uploadsDir)) {
    if (Date.parse(upload.created_at) >= before) continue
    await turns.take(`${upload.user_id}-${upload.id}`, async () => {
      // The row may be there though the note is too: the server did not live to take it away.
      const stored = await findStoredAs(system, upload.id)
      if (stored === upload.stored_as) return endUpload(uploadsDir, upload)
      given += 1
      return dropUpload(uploadsDir, upload)
    })
  }
  return given
}
