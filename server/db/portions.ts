/** How does a long list reach the database? Portion by portion, so that no statement takes longer than one may. */

/** Statements that unpack so many records at once stay below what a message may hold, and show how far they are. */
export function* inPortions<T>(all: readonly T[], most = 5_000): Generator<readonly T[]> {
  for (let first = 0; first < all.length; first += most) yield all.slice(first, first + most)
}

/** Each portion is prepared while the database works on the one before. The answers in their order. */
export async function mapPortions<T, R>(
  all: readonly T[],
  work: (portion: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = []
  let last: Promise<readonly R[]> = Promise.resolve([])
  for (const portion of inPortions(all)) {
    const next = work(portion)
    // Where the one before fails, nobody waits for this one.
    next.catch(() => undefined)
    results.push(...(await last))
    last = next
  }
  results.push(...(await last))
  return results
}
