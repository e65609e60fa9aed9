/** How large is a file, as people say it? */
export function toMegabytes(bytes: number): number {
  return bytes >= 100_000
    ? Math.round(bytes / 100_000) / 10
    : Math.max(Math.round(bytes / 10_000) / 100, 0.01)
}
