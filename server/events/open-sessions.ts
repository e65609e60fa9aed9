/** Is a listener still who it was? All who hear of one change are looked up by one question to the database. */
import type { ActingDatabase } from '../db/act-as.ts'
import { listOpenSessions, type ToldSession } from '../db/sessions.ts'

/** Never from memory: what is asked for now is answered as it is now. */
export type IsOpenSession = (session: ToldSession) => Promise<boolean>

export function createOpenSessions(system: ActingDatabase): IsOpenSession {
  let waiting: ToldSession[] = []
  let asked: Promise<ReadonlySet<ToldSession>> | null = null

  const ask = async () => {
    // Those who come in the same turn are asked for together.
    await new Promise((resolve) => setImmediate(resolve))
    const told = waiting
    waiting = []
    asked = null
    return listOpenSessions(system, told)
  }
  return async (session) => {
    waiting.push(session)
    const open = await (asked ??= ask())
    return open.has(session)
  }
}
