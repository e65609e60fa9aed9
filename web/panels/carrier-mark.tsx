/** Which carrier? Its letter in its colour, then its name. */
import { useApp } from '../state/store.ts'

export function CarrierMark({ code }: { readonly code: string }) {
  const carrier = useApp((state) => state.province?.carriers.find((known) => known.code === code))
  return (
    <span className="carrier">
      <span
        className="carrier-letter"
        style={{ borderColor: carrier?.color ?? 'currentColor' }}
        aria-hidden="true"
      >
        {carrier?.letter ?? '?'}
      </span>
      {carrier?.name ?? code}
    </span>
  )
}
