/** How does long work on a file leave room for others? Everybody's map comes from the same thread. */
import { setImmediate } from 'node:timers/promises'

/** Between two pieces of some milliseconds: the server answers others, and hears of whoever cancels. Throws the signal's reason. */
export async function takeTurns(signal: AbortSignal): Promise<void> {
  await setImmediate()
  signal.throwIfAborted()
}
