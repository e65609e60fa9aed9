/** What do the databases of tests hold before a test begins? */
import { fileURLToPath } from 'node:url'
import type { Database } from '../../server/db/database.ts'
import { loadDataset } from '../../server/db/load-dataset.ts'
import { migrate } from '../../server/db/migrate.ts'
import type { Content } from './databases.ts'

/** Folders with `reference/` and `sample/`. */
export const datasetFolders = {
  sample: toPath('../../data'),
  'other-province': toPath('../fixtures/other-province'),
} as const

export async function fillDatabase(database: Database, content: Content): Promise<void> {
  await migrate(database)
  if (content === 'migrated') return
  const folder = datasetFolders[content]
  await loadDataset(database, { referenceDir: `${folder}/reference`, datasetDir: `${folder}/sample` })
}

function toPath(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
