/** How is a question asked so that it is never asked twice at once, and nobody gets an answer from before they asked? */
export interface OneAtATime {
  readonly run: () => Promise<void>
  /** Resolves when nothing is under way any more. */
  readonly settle: () => Promise<void>
}

export function createOneAtATime(work: () => Promise<void>): OneAtATime {
  let current: Promise<void> | null = null
  let next: Promise<void> | null = null

  const run = (): Promise<void> => {
    if (current === null) {
      current = work().finally(() => (current = null))
      return current
    }
    // What is under way may have begun before what it is asked for.
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = null
        return run()
      })
    return next
  }
  return {
    run,
    settle: async () => {
      await Promise.all([current, next]).catch(() => undefined)
    },
  }
}
