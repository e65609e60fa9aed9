/** How does a backup become a running province again, whichever database it came from? */
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../db/database.ts'
import { openEmbedded } from '../db/embedded.ts'
import { toDatabaseDir } from '../db/open-data-dir.ts'
import { isFilled, restoreDatabase, type SavedDatabase } from '../db/restore-database.ts'
import { commitRestore, toPreparedFolder } from './adopt-restored.ts'
import { BackupError, type Manifest } from './archive-format.ts'
import { checkArchive, forEachMember, readText } from './read-archive.ts'

export interface RestorePlan {
  readonly file: string
  /** Folder of uploaded files. */
  readonly uploadsDir: string
  /** What becomes of data that are there. */
  readonly existing: 'keep' | 'replace'
}

/** Into a database of its own beside the one that is there; both change places at the end. The caller holds the lock. */
export async function restoreEmbedded(plan: RestorePlan & { readonly dataDir: string }): Promise<Manifest> {
  const { file, dataDir, uploadsDir } = plan
  const databaseDir = toDatabaseDir(dataDir)
  if (plan.existing === 'keep' && existsSync(databaseDir)) throw new BackupError('restoreFilled', databaseDir)
  const manifest = await checkArchive(file)
  const prepared = toPreparedFolder(databaseDir)
  await rm(prepared, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  try {
    const db = await openEmbedded({ dataDir: prepared })
    try {
      await restoreDatabase(db, toSavedDatabase(file, manifest))
    } finally {
      await db.close()
    }
    await prepareUploads(file, uploadsDir)
  } catch (error) {
    await rm(prepared, { recursive: true, force: true })
    await rm(toPreparedFolder(uploadsDir), { recursive: true, force: true })
    throw error
  }
  await commitRestore(dataDir, [databaseDir, uploadsDir])
  return manifest
}

/** Into a real PostgreSQL, as its owner: in one transaction. */
export async function restorePostgres(
  db: Database,
  plan: RestorePlan & { readonly dataDir: string },
): Promise<Manifest> {
  const { file, dataDir, uploadsDir } = plan
  if (plan.existing === 'keep' && (await isFilled(db))) throw new BackupError('restoreFilled', 'PostgreSQL')
  const manifest = await checkArchive(file)
  await prepareUploads(file, uploadsDir)
  await restoreDatabase(db, toSavedDatabase(file, manifest))
  await mkdir(dataDir, { recursive: true })
  await commitRestore(dataDir, [uploadsDir])
  return manifest
}

function toSavedDatabase(file: string, manifest: Manifest): SavedDatabase {
  return {
    ...manifest,
    forEachPart: (write) =>
      forEachMember(file, async ({ name, content }) => {
        const text = await readText(content)
        const [folder, table] = name.split('/')
        if (folder !== 'tables' || table === undefined) return
        await write(
          table,
          text.split('\n').filter((line) => line !== ''),
        )
      }),
  }
}

async function prepareUploads(file: string, uploadsDir: string): Promise<void> {
  const prepared = toPreparedFolder(uploadsDir)
  await rm(prepared, { recursive: true, force: true })
  await mkdir(prepared, { recursive: true })
  await forEachMember(file, async ({ name, content }) => {
    const [folder, ...path] = name.split('/')
    if (folder !== 'uploads') return void content.resume()
    const target = resolve(join(prepared, ...path))
    // A name that leads out of the folder is no file of ours.
    if (!target.startsWith(prepared + sep)) throw new BackupError('backupDamaged', file)
    await mkdir(dirname(target), { recursive: true })
    await pipeline(content, createWriteStream(target))
  })
}
