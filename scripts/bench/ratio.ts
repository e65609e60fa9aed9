/** How much faster or slower, over interleaved rounds? Ratios of one round each, so that a busy machine slows both sides. */

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function toSpread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN }
}

/** Ratio a ÷ b of every round. */
export function toRatios(a: readonly number[], b: readonly number[]): Spread {
  return toSpread(a.map((value, round) => value / (b[round] ?? NaN)))
}

/** Runs every subject once per round, in turn, and collects what each returns. */
export async function interleave<T>(
  subjects: Readonly<Record<string, () => Promise<T> | T>>,
  rounds: number,
): Promise<Record<string, T[]>> {
  const results: Record<string, T[]> = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of Object.entries(subjects)) results[name]?.push(await measure())
  }
  return results
}

export function formatSpread({ median, min, max }: Spread, digits = 2): string {
  const text = (value: number) => value.toFixed(digits)
  return `${text(median)} (${text(min)}–${text(max)})`
}
