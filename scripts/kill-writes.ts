/** `npm run bench:kills [-- --times 20]`: is anything lost when the server is killed in the middle of writes, on both databases? */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createDemoAccounts } from '../server/db/demo-accounts.ts'
import { openEmbedded } from '../server/db/embedded.ts'
import { openPostgres } from '../server/db/postgres.ts'
import { setupDurable, teardown } from '../tests/helpers/database-cluster.ts'
import { createEmbeddedCopy } from '../tests/helpers/embedded-copies.ts'
import { findFreePort } from '../tests/helpers/free-port.ts'
import { createPostgresCopy } from '../tests/helpers/postgres-copies.ts'
import { killServer, type KilledServer } from './bench/kills/kill-server.ts'
import type { Verdict } from './bench/kills/judge-writes.ts'
import { toTable, type Measurement } from './bench/report.ts'
import { onPostgres } from './bench/server-process.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '20' } },
})
const times = Number(values.times)
if (!Number.isInteger(times) || times < 1) throw new Error(`--times ${values.times}: a number from 1`)

const rows: Measurement[] = []
const port = await findFreePort()
await setupDurable()
try {
  const folder = await mkdtemp(join(tmpdir(), 'map-kills-'))
  const dataDir = join(folder, 'var')
  await onEmbedded(dataDir).finally(() => rm(folder, { recursive: true, force: true }))
  await onRealPostgres()
} finally {
  await teardown()
}
console.log(
  toTable({
    title: 'Killed in the middle of writes',
    how: `SIGKILL ${times} times on each database, eight people saving over HTTP; after each the server is started again and everything since the beginning looked at.`,
    rows,
  }),
)
process.exitCode = rows.every(({ met }) => met !== false) ? 0 : 1

async function onEmbedded(dataDir: string): Promise<void> {
  const database = await createEmbeddedCopy('other-province')
  await mkdir(dataDir)
  await rename(database, join(dataDir, 'db'))
  await measure('embedded', {
    port,
    environment: { DATA_DIR: dataDir },
    withDatabase: async (work) => {
      const db = await openEmbedded({ dataDir: join(dataDir, 'db') })
      return work(db).finally(() => db.close())
    },
  })
}

async function onRealPostgres(): Promise<void> {
  const { url, drop } = await createPostgresCopy('other-province')
  const withDatabase: KilledServer['withDatabase'] = async (work) => {
    const db = await openPostgres({ url })
    return work(db).finally(() => db.close())
  }
  try {
    await withDatabase(createDemoAccounts)
    await measure('postgres', { port, environment: onPostgres(url), withDatabase })
  } finally {
    await drop()
  }
}

async function measure(on: string, killed: KilledServer): Promise<void> {
  const verdict = await killServer(killed, {
    times,
    onVerdict: (kill, found) => console.log(`${on}, kill ${kill}: ${toText(found)}`),
  })
  for (const fault of [...verdict.lost, ...verdict.half]) console.error(`${on}: ${fault}`)
  rows.push({
    what: `${on}: acknowledged / in flight but found whole / in flight and absent / lost / half`,
    measured: toText(verdict),
    demanded: 'lost 0, half 0',
    met: verdict.lost.length + verdict.half.length === 0,
  })
}

function toText({ acknowledged, unansweredWhole, unansweredAbsent, lost, half }: Verdict): string {
  return [acknowledged, unansweredWhole, unansweredAbsent, lost.length, half.length].join(' / ')
}
