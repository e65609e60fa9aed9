/** What do the databases of tests hold before a test begins? */
import { fileURLToPath } from 'node:url'
import type { Database } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import type { Content } from './databases.ts'

const toPath = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

export async function fillDatabase(database: Database, content: Content): Promise<void> {
  await migrate(database)
  if (content === 'migrated') return
  const { loadDataset } = await import('../../server/db/load-dataset.ts')
  await loadDataset(database, { referenceDir: toPath('data/reference'), datasetDir: toPath('data/sample') })
}
