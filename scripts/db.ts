/** `npm run db -- migrate|seed|status|start-real|reset`: looks after a database by hand. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { toConfig, type Config } from '../server/config.ts'
import { grantApplicationLogin } from '../server/db/application-login.ts'
import { checkServer } from '../server/db/check-server.ts'
import { countData, getDataState } from '../server/db/data-state.ts'
import type { Database } from '../server/db/database.ts'
import { openEmbedded } from '../server/db/embedded.ts'
import { loadDataset } from '../server/db/load-dataset.ts'
import { listMissingMigrations, migrate } from '../server/db/migrate.ts'
import { openDataDir, toDatabaseDir } from '../server/db/open-data-dir.ts'
import { openPostgres } from '../server/db/postgres.ts'
import { resetDatabase } from '../server/db/reset.ts'
import { DatabaseFilledError } from '../server/db/store-dataset.ts'
import { readDataset } from '../server/dataset/read-dataset.ts'
import { lockFolder } from '../server/lock.ts'
import { messages, toExplanation } from '../server/messages.ts'
import { toDatasetFolders } from '../server/open-database.ts'
import { describeReadiness, startReal } from './lib/start-real.ts'

const commands = {
  migrate: runMigrate,
  seed: runSeed,
  status: runStatus,
  'start-real': runStartReal,
  reset: runReset,
}

/** What cannot be taken back is asked twice. */
const needsYes: readonly string[] = ['reset', 'start-real']

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...options]: readonly string[]): Promise<number> {
  try {
    const config = toConfig()
    const say = messages[config.language]
    const command = Object.entries(commands).find(([key]) => key === name)?.[1]
    const isUnderstood = options.every((option) => option === '--yes' && needsYes.includes(name))
    if (command === undefined || !isUnderstood) {
      console.error(say.dbUsage)
      return 2
    }
    if (name === 'reset' && options.length === 0) {
      console.error(say.resetNeedsYes)
      return 2
    }
    return await command(config, options)
  } catch (error) {
    const explanation = toExplanation(error, findLanguage())
    console.error(explanation ?? (error instanceof Error ? error.message : error))
    return 1
  }
}

function findLanguage(): Config['language'] {
  return toConfig({ LANGUAGE: process.env['LANGUAGE'] }).language
}

function runMigrate(config: Config): Promise<number> {
  return withDatabase(config, async (db) => {
    const say = messages[config.language]
    const names = await migrate(db)
    console.log(names.length === 0 ? say.upToDate : say.migrated(names))
    await grantLogin(db, config)
    return 0
  })
}

/** The login that the server works with, where the owner has one of its own. */
async function grantLogin(db: Database, { databaseUrl, databaseOwnerUrl, language }: Config): Promise<void> {
  if (databaseUrl === null || databaseOwnerUrl === null) return
  const made = await grantApplicationLogin(db, databaseUrl)
  if (made !== null) console.log(messages[language].loginMade(made))
}

async function runSeed(config: Config): Promise<number> {
  const say = messages[config.language]
  const folders = toDatasetFolders(config)
  if (config.databaseUrl === null && !existsSync(toDatabaseDir(config.dataDir))) {
    return withLockedFolder(config, async () => {
      const onStep = (step: 'creating' | 'healed' | 'opening') => console.log(say[step])
      const db = await openDataDir({ dataDir: config.dataDir, folders, onStep, onMigrated: () => undefined })
      return withClosing(db, () => describe(db, config))
    })
  }
  return withDatabase(config, async (db) => {
    await migrate(db)
    try {
      await loadDataset(db, folders)
    } catch (error) {
      if (!(error instanceof DatabaseFilledError) || !(await isSameDataset(error, config))) throw error
      console.log(say.alreadyLoaded(error.state.title ?? say.unknownData))
      return 0
    }
    console.log(say.seeded)
    return describe(db, config)
  })
}

async function isSameDataset({ state }: DatabaseFilledError, config: Config): Promise<boolean> {
  const { description } = await readDataset(toDatasetFolders(config))
  return description !== null && description.id === state.dataset_id
}

function runStatus(config: Config): Promise<number> {
  return withDatabase(config, (db) => describe(db, config))
}

function runStartReal(config: Config, options: readonly string[]): Promise<number> {
  return withDatabase(config, (db) => startReal(db, config, options.length === 0 ? 'asking' : 'yes'))
}

async function runReset(config: Config): Promise<number> {
  const say = messages[config.language]
  if (config.databaseUrl === null) {
    return withLockedFolder(config, async () => {
      await rm(toDatabaseDir(config.dataDir), { recursive: true, force: true })
      console.log(say.resetRemoved)
      console.log(say.noDatabase(config.dataDir))
      return 0
    })
  }
  return withDatabase(config, async (db) => {
    await resetDatabase(db)
    console.log(say.resetDone)
    return 0
  })
}

async function describe(db: Database, config: Config): Promise<number> {
  const say = messages[config.language]
  console.log(say.driver(db.driver))
  const missing = await listMissingMigrations(db)
  if (missing.length > 0) {
    console.log(say.missingMigrations(missing))
    return 0
  }
  const [state, counts] = [await getDataState(db), await countData(db)]
  console.log(say.version(state.version, state.loaded_at))
  if (counts.admin_units === 0) console.log(say.holdsNothing)
  else if (state.dataset_id === null) console.log(say.holdsReferenceOnly)
  else console.log(`${say.dataset(state.title ?? state.dataset_id)}\n${say.holds(counts, state.is_sample)}`)
  if (counts.admin_units > 0 && state.is_sample !== true) await describeReadiness(db, config)
  return 0
}

async function withDatabase(config: Config, work: (db: Database) => Promise<number>): Promise<number> {
  if (config.databaseUrl !== null) {
    const db = await openPostgres({
      url: config.databaseOwnerUrl ?? config.databaseUrl,
      poolSize: config.databasePoolSize,
    })
    return withClosing(db, async () => {
      await checkServer(db)
      return work(db)
    })
  }
  return withLockedFolder(config, async () => {
    const folder = toDatabaseDir(config.dataDir)
    if (!existsSync(folder)) {
      console.error(messages[config.language].noDatabase(config.dataDir))
      return 1
    }
    const db = await openEmbedded({ dataDir: folder })
    return withClosing(db, () => work(db))
  })
}

async function withLockedFolder(config: Config, work: () => Promise<number>): Promise<number> {
  const unlock = lockFolder(config.dataDir)
  try {
    return await work()
  } finally {
    unlock()
  }
}

async function withClosing(db: Database, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } finally {
    await db.close()
  }
}
