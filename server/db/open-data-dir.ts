/** Which embedded database serves from this folder? The one that is there, or a new one that appears only when finished. */
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { adoptRestored } from '../backup/adopt-restored.ts'
import { readDataset, type DatasetFolders } from '../dataset/read-dataset.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { storeDataset } from './store-dataset.ts'

export type OpeningStep = 'creating' | 'healed' | 'opening'

export interface DataDir {
  /** The caller holds its lock. */
  readonly dataDir: string
  readonly folders: DatasetFolders
  readonly onStep: (step: OpeningStep) => void
  readonly onMigrated: (names: readonly string[]) => void
}

/** The folder of the database within the data directory. */
export function toDatabaseDir(dataDir: string): string {
  return join(dataDir, 'db')
}

/**
 * Opens and migrates the database, or makes one and loads the data. A new one is built beside its place and moved there
 * when it is whole: a first start that is killed at any moment leaves nothing that the next one would take for a database.
 * What is there is never loaded again.
 */
export async function openDataDir({ dataDir, folders, onStep, onMigrated }: DataDir): Promise<Database> {
  const finished = toDatabaseDir(dataDir)
  const unfinished = `${finished}.new`
  await adoptRestored(dataDir)
  if (existsSync(unfinished)) {
    onStep('healed')
    await rm(unfinished, { recursive: true, force: true })
  }
  if (!existsSync(finished)) {
    onStep('creating')
    await createDatabase(unfinished, folders)
    await rename(unfinished, finished)
  }
  onStep('opening')
  const db = await openEmbedded({ dataDir: finished })
  return withClosing(db, async () => {
    const names = await migrate(db)
    if (names.length > 0) onMigrated(names)
    return db
  })
}

async function createDatabase(dataDir: string, folders: DatasetFolders): Promise<void> {
  // Wrong files are told before anybody waits for a database.
  const dataset = await readDataset(folders)
  try {
    const db = await openEmbedded({ dataDir })
    await withClosing(db, async () => {
      await migrate(db)
      await storeDataset(db, dataset)
    })
    await db.close()
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true })
    throw error
  }
}

/** Closes the database when the work fails: open, it would keep the process alive. */
async function withClosing<T>(db: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await db.close()
    throw error
  }
}
