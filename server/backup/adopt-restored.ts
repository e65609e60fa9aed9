/** What does a restore that was killed leave behind? Either nothing that counts, or all of it, finished by whoever comes next. */
import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where what will take a folder's place is prepared. */
export function toPreparedFolder(folder: string): string {
  return `${folder}.restoring`
}

function toMarker(dataDir: string): string {
  return join(dataDir, 'restored.json')
}

/**
 * Lets the prepared folders take their places together. The marker is the moment of decision: before it nothing has changed,
 * after it the next start finishes what a kill interrupts.
 */
export async function commitRestore(dataDir: string, folders: readonly string[]): Promise<void> {
  const unfinished = `${toMarker(dataDir)}.new`
  await writeFile(unfinished, JSON.stringify(folders))
  await rename(unfinished, toMarker(dataDir))
  await adoptRestored(dataDir)
}

/** Does nothing when no restore was interrupted. The caller holds the lock of the data directory. */
export async function adoptRestored(dataDir: string): Promise<void> {
  const marker = toMarker(dataDir)
  if (!existsSync(marker)) return
  for (const folder of JSON.parse(await readFile(marker, 'utf8')) as string[]) {
    const prepared = toPreparedFolder(folder)
    // One that is gone has taken its place already.
    if (!existsSync(prepared)) continue
    await rm(folder, { recursive: true, force: true })
    await rename(prepared, folder)
  }
  await rm(marker)
}
