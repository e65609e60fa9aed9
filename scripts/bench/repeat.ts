/** How is something done again and again, at a pace or as fast as it goes? */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Pace {
  readonly times: number
  /** From the beginning of one to that of the next; 0: one after the other. */
  readonly every_ms: number
  /** Before the first. */
  readonly first_ms: number
}

/** What takes longer than the pace allows is followed at once by the next. */
export async function repeat({ times, every_ms, first_ms }: Pace, work: () => Promise<void>): Promise<void> {
  const started_ms = performance.now() + first_ms
  for (let done = 0; done < times; done++) {
    const wait_ms = started_ms + done * every_ms - performance.now()
    if (every_ms > 0 && wait_ms > 0) await sleep(wait_ms)
    await work()
  }
}
