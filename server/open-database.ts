/** How does the server come to its database? The embedded one it keeps itself; on PostgreSQL it works as a login without power. */
import { join } from 'node:path'
import type { Config } from './config.ts'
import type { DatasetFolders } from './dataset/read-dataset.ts'
import { checkApplicationLogin, grantApplicationLogin } from './db/application-login.ts'
import { checkServer } from './db/check-server.ts'
import type { Database } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { openDataDir } from './db/open-data-dir.ts'
import { openPostgres } from './db/postgres.ts'
import type { Messages } from './messages-vi.ts'

/** Where progress is told, in which words. */
export interface Voice {
  readonly say: Messages
  readonly print: (line: string) => void
}

/** The two folders of a province's data. */
export function toDatasetFolders({ datasetDir }: Pick<Config, 'datasetDir'>): DatasetFolders {
  return { referenceDir: join(datasetDir, 'reference'), datasetDir: join(datasetDir, 'sample') }
}

/** Migrated, as far as we may; throws what server/messages.ts can explain. */
export async function openDatabase(config: Config, { say, print }: Voice): Promise<Database> {
  if (config.databaseUrl === null) {
    return openDataDir({
      dataDir: config.dataDir,
      folders: toDatasetFolders(config),
      onStep: (step) => print(say[step]),
      onMigrated: (names) => print(say.migrated(names)),
    })
  }
  print(say.connecting)
  if (config.databaseOwnerUrl !== null) {
    await prepareAsOwner(config.databaseOwnerUrl, config.databaseUrl, { say, print })
  }
  const db = await openPostgres({ url: config.databaseUrl, poolSize: config.databasePoolSize })
  try {
    await checkServer(db)
    await checkApplicationLogin(db)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

/** The owner's connection lives for this only: no request ever comes near it. */
async function prepareAsOwner(
  ownerUrl: string,
  applicationUrl: string,
  { say, print }: Voice,
): Promise<void> {
  const owner = await openPostgres({ url: ownerUrl, poolSize: 1 })
  try {
    await checkServer(owner)
    const names = await migrate(owner)
    if (names.length > 0) print(say.migrated(names))
    const made = await grantApplicationLogin(owner, applicationUrl)
    if (made !== null) print(say.loginMade(made))
  } finally {
    await owner.close()
  }
}
