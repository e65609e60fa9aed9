/** Runs a suite on the embedded and on a real PostgreSQL, each test file with databases of its own. */
import { afterAll, describe } from 'vitest'
import type { Database } from '../../server/db/database.ts'
import { copyEmbedded } from './embedded-copies.ts'
import { copyPostgres } from './postgres-copies.ts'

export type Driver = Database['driver']

/** What a fresh database holds: nothing but the migrations, the sample with the reference, or a made-up province. */
export type Content = 'migrated' | 'sample' | 'other-province'

export interface Copy {
  readonly database: Database
  /** Closes the database and removes it. */
  readonly remove: () => Promise<void>
}

export interface TestDatabases {
  readonly driver: Driver
  /** A fresh database with every migration applied and nothing else. Removed after the suite. */
  readonly openDatabase: () => Promise<Database>
  /** A fresh database with the reference and the sample data set. Removed after the suite. */
  readonly openSampleDatabase: () => Promise<Database>
  /** A fresh database with tests/fixtures/other-province: 3 districts, 9 communes, 50 villages. Removed after the suite. */
  readonly openOtherProvince: () => Promise<Database>
}

/**
 * The suite is registered once per driver. Open in `beforeAll` and share where tests only read:
 *
 *     describeDatabases('coverage in SQL', ({ openSampleDatabase }) => {
 *       let db: Database
 *       beforeAll(async () => { db = await openSampleDatabase() })
 */
export function describeDatabases(title: string, suite: (databases: TestDatabases) => void): void {
  for (const driver of ['embedded', 'postgres'] as const) {
    describe(`${title} (${driver})`, () => {
      const copies: Copy[] = []
      const open = async (content: Content) => {
        const copy = await (driver === 'embedded' ? copyEmbedded(content) : copyPostgres(content))
        copies.push(copy)
        return copy.database
      }
      afterAll(async () => {
        for (const copy of copies) await copy.remove()
      })
      suite({
        driver,
        openDatabase: () => open('migrated'),
        openSampleDatabase: () => open('sample'),
        openOtherProvince: () => open('other-province'),
      })
    })
  }
}
