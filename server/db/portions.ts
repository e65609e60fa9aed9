/** How does a long list reach the database? Portion by portion, so that no statement takes longer than one may. */

/**
 * Statements that unpack so many records at once stay below what a message may hold, and packing them holds up nobody for long:
 * some 50 ms.
 */
export const portionRows = 1_000

export function* inPortions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let first = 0; first < all.length; first += portionRows) yield all.slice(first, first + portionRows)
}

/** Each portion is prepared while the database works on the one before. The answers in their order. */
export async function mapPortions<T, R>(
  portions: Iterable<readonly T[]> | AsyncIterable<readonly T[]>,
  work: (portion: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = []
  let before: Promise<readonly R[]> = Promise.resolve([])
  let next = before
  try {
    for await (const portion of portions) {
      next = work(portion)
      // Where the one before fails, nobody waits for this one.
      next.catch(() => undefined)
      results.push(...(await before))
      before = next
    }
    results.push(...(await before))
    return results
  } finally {
    // What was begun asks nothing more of a transaction that has ended.
    await Promise.allSettled([before, next])
  }
}
