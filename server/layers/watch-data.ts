/** When have the data changed? */
import { dataChangedChannel } from '../db/change.ts'
import type { Database } from '../db/database.ts'
import { getReadiness } from '../db/readiness.ts'

/** A notice may be lost with a connection; the version is compared as well, this often. */
const checkInterval_ms = 10_000

export interface DataWatch {
  /** Compares the version in the database with the one seen last. */
  readonly check: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Calls back after every change of the data, however it was made. */
export async function watchData(db: Database, onChange: () => void): Promise<DataWatch> {
  let seen: string | null = null
  const stopListening = await db.listen(dataChangedChannel, (version) => {
    // After a lost connection the version is not told.
    seen = version === '' ? null : version
    onChange()
  })
  const check = async () => {
    const { version } = await getReadiness(db)
    if (seen !== null && version !== seen) onChange()
    seen = version
  }
  await check().catch(() => undefined)
  // A database that is away is told of by the request that needs it; here only the next round matters.
  const timer = setInterval(() => void check().catch(() => undefined), checkInterval_ms).unref()
  return {
    check,
    stop: async () => {
      clearInterval(timer)
      await stopListening()
    },
  }
}
