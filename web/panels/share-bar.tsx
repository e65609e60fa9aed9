/** How long is a share? A bar on a scale that is said beside it; a line marks the target. */
interface ShareBarProps {
  readonly percent: number | null
  readonly color: string | null
  /** Per cent at the left end. */
  readonly start: number
  readonly target: number | null
}

export function ShareBar({ percent, color, start, target }: ShareBarProps) {
  const toWidth = (value: number) => `${Math.max(0, ((value - start) / (100 - start)) * 100)}%`
  return (
    <span className={color === null ? 'bar bar-unknown' : 'bar'} aria-hidden="true">
      {percent !== null && color !== null && (
        <span className="bar-fill" style={{ width: toWidth(percent), backgroundColor: color }} />
      )}
      {target !== null && target > start && target < 100 && (
        <span className="bar-target" style={{ left: toWidth(target) }} />
      )}
    </span>
  )
}

/** A round share below the least one, so that bars differ visibly; zero where some unit has little. */
export function toBarStart(rows: readonly { readonly percent: number | null }[]): number {
  const shares = rows.flatMap(({ percent }) => (percent === null ? [] : [percent]))
  const least = Math.min(100, ...shares)
  return least < 50 ? 0 : Math.min(80, Math.floor((least - 5) / 10) * 10)
}
