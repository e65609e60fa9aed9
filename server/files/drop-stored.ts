/** What becomes of the bytes of files whose rows are gone? They go too, and what was drawn of them. */
import { rm } from 'node:fs/promises'
import { dropImport } from '../import/import-folder.ts'
import { toDrawnPath, toStoredPath } from './upload-folder.ts'

/** After the commit: bytes without a row are found by nobody, a row without bytes would be. */
export async function dropStored(uploadsDir: string, stored_as: readonly string[]): Promise<void> {
  for (const name of stored_as) {
    await rm(toStoredPath(uploadsDir, name), { force: true })
    await rm(toDrawnPath(uploadsDir, name, 'small'), { force: true })
    await dropImport(uploadsDir, name)
  }
}
