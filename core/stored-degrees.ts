/** How exactly is a position kept? Rounded on write, so that what is served is what is counted. */

const decimals = 6

/** Degrees with six decimals: about 0.1 m. */
export function toStoredDegrees(degrees: number): number {
  return Number(degrees.toFixed(decimals))
}
