/** `npm run bench:writes`: what it costs to save while others save, on both databases. */
import { openEmbedded } from '../server/db/embedded.ts'
import { loadDataset } from '../server/db/load-dataset.ts'
import { migrate } from '../server/db/migrate.ts'
import { setupDurable, teardown } from '../tests/helpers/database-cluster.ts'
import { copyPostgres } from '../tests/helpers/postgres-copies.ts'
import { toTable } from './bench/report.ts'
import { measureWrites } from './bench/writes.ts'

const saves = Number(process.env['BENCH_SAVES'] ?? 20)

await setupDurable()
try {
  const postgres = await copyPostgres('sample')
  const onPostgres = await measureWrites(postgres.database, { saves, mostTimes: 5 })
  await postgres.remove()
  const embedded = await openEmbedded()
  await migrate(embedded)
  await loadDataset(embedded, { referenceDir: 'data/reference', datasetDir: 'data/sample' })
  const onEmbedded = await measureWrites(embedded, { saves, mostTimes: 10 })
  await embedded.close()
  console.log(
    toTable({
      title: 'Saving a moved site under 50 concurrent editors',
      how: `Over HTTP with a session, the editors in a process of their own; two editors for each site, ${saves} accepted saves each. A bare insert through the same driver by as many at the same pace, in the server's process. PostgreSQL with its own defaults: every commit is on disk before it is answered.`,
      rows: [...onPostgres, ...onEmbedded],
    }),
  )
} finally {
  await teardown()
}
