/** A fresh embedded database, copied from a folder that is filled once per run: creating one anew takes seven seconds. */
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbedded } from '../../server/db/embedded.ts'
import type { Content, Copy } from './databases.ts'
import { fillDatabase } from './fill-database.ts'
import { runFolder, withRunLock } from './run-lock.ts'

let copies = 0

/** A folder that holds a closed embedded database. */
export async function createEmbeddedCopy(content: Content): Promise<string> {
  const template = await ensureTemplate(content)
  const folder = join(runFolder(), `embedded-copy-${process.pid}-${++copies}`)
  await cp(template, folder, { recursive: true })
  return folder
}

export async function copyEmbedded(content: Content): Promise<Copy> {
  const dataDir = await createEmbeddedCopy(content)
  const database = await openEmbedded({ dataDir })
  return {
    database,
    remove: async () => {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function ensureTemplate(content: Content): Promise<string> {
  const folder = join(runFolder(), `embedded-${content}`)
  const base = content === 'migrated' ? null : await ensureTemplate('migrated')
  await withRunLock(`embedded-${content}`, async () => {
    const unfinished = `${folder}-unfinished`
    await rm(unfinished, { recursive: true, force: true })
    await (base === null ? mkdir(unfinished) : cp(base, unfinished, { recursive: true }))
    const database = await openEmbedded({ dataDir: unfinished })
    try {
      await fillDatabase(database, content)
    } finally {
      await database.close()
    }
    await rename(unfinished, folder)
  })
  return folder
}
