/** `npm run bench:rights`: what rights cost a reader, on both databases. */
import { openEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { setup, teardown } from '../tests/helpers/database-cluster.ts'
import { copyPostgres } from '../tests/helpers/postgres-copies.ts'
import { toTable } from './bench/report.ts'
import { measureRights } from './bench/rights.ts'

const rounds = Math.max(5, Number(process.env['BENCH_ROUNDS'] ?? 5))

await setup()
try {
  const openers = [
    async () => (await copyPostgres('migrated')).database,
    async () => {
      const embedded = await openEmbedded()
      await migrate(embedded)
      return embedded
    },
  ]
  console.log(toTable(await measureRights({ openers, rounds })))
} finally {
  await teardown()
}
