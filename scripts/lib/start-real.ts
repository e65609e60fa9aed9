/** What do `npm run db -- start-real` and `status` tell and do of the way from sample to real? */
import { toVietnamDate } from '../../core/dates.ts'
import { listSteps } from '../../core/readiness/steps.ts'
import type { Config } from '../../server/config.ts'
import { asOwner } from '../../server/db/change.ts'
import type { Database } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { countRecords } from '../../server/db/record-counts.ts'
import { removeSample } from '../../server/db/remove-sample.ts'
import { countSample } from '../../server/db/sample-counts.ts'
import { listActiveAccounts } from '../../server/db/users.ts'
import { dropStored } from '../../server/files/drop-stored.ts'
import { startRealEn } from '../../server/messages-start-real-en.ts'
import { startRealVi, type StartRealMessages } from '../../server/messages-start-real-vi.ts'

const messages: Readonly<Record<Config['language'], StartRealMessages>> = { vi: startRealVi, en: startRealEn }

/** @returns the exit code */
export async function startReal(
  db: Database,
  config: Config,
  isConfirmed: 'yes' | 'asking',
): Promise<number> {
  const say = messages[config.language]
  await migrate(db)
  const { removed, hanging } = await countSample(db)
  if (Object.values(removed).every((count) => count === 0)) {
    console.error(say.noSample)
    return 1
  }
  if (isConfirmed === 'asking') {
    print([say.wouldRemove(removed), say.wouldHang(hanging)])
    console.error(say.needsYes)
    return 2
  }
  const result = await removeSample(asOwner(db, 'npm run db'), { by: 'owner' })
  await dropStored(config.uploadsDir, result.files)
  // The embedded database has nobody who does this later.
  await db.run('analyze')
  print([
    say.removed(result.removed),
    say.hung(result.hanging),
    result.accounts.length === 0 ? null : say.disabled(result.accounts),
    (await listActiveAccounts(db)).some(({ role }) => role === 'admin') ? null : say.noAdmin,
    say.nextTitle,
  ])
  await printSteps(db, say)
  return 0
}

/** For `status`, where the data are the province's own. */
export async function describeReadiness(db: Database, config: Config): Promise<void> {
  const say = messages[config.language]
  console.log(say.readinessTitle)
  await printSteps(db, say)
}

async function printSteps(db: Database, say: StartRealMessages): Promise<void> {
  const steps = listSteps(await countRecords(db, toVietnamDate(new Date())))
  print(steps.map((step) => say.step(step)))
}

function print(lines: readonly (string | null)[]): void {
  for (const line of lines) if (line !== null) console.log(line)
}
