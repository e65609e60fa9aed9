/** Which entries may still come? A number is taken before it is committed, so a later one may be seen first. */

/** An entry is written last in its transaction; a number missing for so long was given back. */
const longestWait_ms = 60_000
/** After a crash the database leaves out some numbers, never many. */
const mostMissing = 1000

export interface MissingNumbers {
  readonly list: () => readonly number[]
  /** Numbers from `above` to the last, of which `seen` are there. */
  readonly note: (above: number, seen: readonly number[], now_ms: number) => void
}

export function createMissingNumbers(): MissingNumbers {
  const since = new Map<number, number>()
  return {
    list: () => [...since.keys()],
    note: (above, seen, now_ms) => {
      for (const id of seen) since.delete(id)
      for (const [id, first_ms] of since) if (now_ms - first_ms > longestWait_ms) since.delete(id)
      const last = Math.max(above, ...seen)
      const there = new Set(seen)
      for (let id = Math.max(above + 1, last - mostMissing); id < last; id++) {
        if (!there.has(id)) since.set(id, now_ms)
      }
    },
  }
}
