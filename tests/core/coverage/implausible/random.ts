/** Which numbers does a seed bring? The same ones every time, so that a world can be made again. */

/** A small generator of random numbers (mulberry32), so that a seed brings a world back. */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + (to - from) * next()
  return {
    next,
    between,
    int: (from: number, to: number) => Math.floor(between(from, to + 1)),
    chance: (share: number) => next() < share,
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    /** Around nought, as errors are. */
    error: () => next() + next() + next() + next() - 2,
  }
}
export type Random = ReturnType<typeof createRandom>
