/** How many filtered answers are made at once? Each is a query and a compression: more only makes all wait. */
import { AppError } from '../../core/errors.ts'

export interface BuildLimit {
  /** Runs the work when its turn comes; throws `too_busy` where too many wait already. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
}

export function createBuildLimit(sizes: { readonly running: number; readonly waiting: number }): BuildLimit {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    run: async (work) => {
      if (running >= sizes.running) {
        if (waiting.length >= sizes.waiting) throw new AppError('too_busy')
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else {
        running += 1
      }
      try {
        return await work()
      } finally {
        // The turn is handed over, so that nobody who comes now takes it from those who wait.
        const next = waiting.shift()
        if (next === undefined) running -= 1
        else next()
      }
    },
  }
}
