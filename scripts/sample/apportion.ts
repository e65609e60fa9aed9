/** How is a whole number shared out by weights so that the parts sum to it exactly? */

/**
 * Largest remainders over a floor for each part: parts that would fall below their floor get it, the others share the rest.
 *
 * @param total whole number, at least the sum of the floors
 */
export function apportion(total: number, weights: readonly number[], floors: readonly number[]): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const free = weights.map((_, i) => i).filter((i) => !fixed.has(i))
    const rest = total - [...fixed].reduce((sum, i) => sum + floors[i]!, 0)
    const weightSum = free.reduce((sum, i) => sum + weights[i]!, 0)
    const shares = new Map(free.map((i) => [i, (rest * weights[i]!) / weightSum]))
    const below = free.filter((i) => shares.get(i)! < floors[i]!)
    if (below.length === 0) return roundShares(rest, shares, floors)
    for (const i of below) fixed.add(i)
  }
}

function roundShares(rest: number, shares: ReadonlyMap<number, number>, floors: readonly number[]): number[] {
  const parts = [...floors]
  for (const [i, share] of shares) parts[i] = Math.floor(share)
  let left = rest - [...shares.keys()].reduce((sum, i) => sum + parts[i]!, 0)
  const byRemainder = [...shares].sort(([i, a], [j, b]) => b - Math.floor(b) - (a - Math.floor(a)) || i - j)
  for (const [i] of byRemainder) {
    if (left-- <= 0) break
    parts[i]! += 1
  }
  return parts
}
