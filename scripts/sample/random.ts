/** Where does chance come from? One seeded generator, so that the same seed gives the same bytes. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export interface Random {
  /** 0 ≤ value < 1. */
  readonly next: () => number
  /** Whole number from … to, both included. */
  readonly int: (from: number, to: number) => number
  readonly between: (from: number, to: number) => number
  /** Mean 0, deviation 1. */
  readonly gaussian: () => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const next = () => uniformFloat64(generator)
  const between = (from: number, to: number) => from + next() * (to - from)
  return {
    next,
    between,
    int: (from, to) => uniformInt(generator, from, to),
    chance: (probability) => next() < probability,
    gaussian: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => items[uniformInt(generator, 0, items.length - 1)]!,
  }
}
