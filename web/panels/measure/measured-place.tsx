/** One point of a measurement: where it lies, and how far and whereto the next one is. */
import type { LngLat } from '../../../core/geo.ts'
import type { Measured } from '../../../core/measure/measure-path.ts'
import { useMeasuring, withoutPlace } from '../../state/measure.ts'
import { useApp } from '../../state/store.ts'
import { lookAt } from '../../state/transitions.ts'
import { useMeasureWords } from './use-measure-words.ts'

interface MeasuredPlaceProps {
  readonly index: number
  readonly place: LngLat
  /** To the next one; null after the last. */
  readonly leg: Measured['legs'][number] | null
}

export function MeasuredPlace({ index, place, leg }: MeasuredPlaceProps) {
  const { p, formats, toLeg } = useMeasureWords()
  const n = index + 1
  const [lng, lat] = place
  return (
    <li>
      <div className="measured-place">
        <strong>{p('point', { n })}</strong>
        <span className="soft">
          {formats.coordinate(lat)} {formats.coordinate(lng)}
        </span>
        <span className="row-actions">
          <button
            type="button"
            className="text-button"
            aria-label={p('show_name', { n })}
            onClick={() => useApp.setState((state) => lookAt(state, place))}
          >
            {p('show')}
          </button>
          <button
            type="button"
            className="text-button"
            aria-label={p('remove_name', { n })}
            onClick={() => useMeasuring.setState((state) => withoutPlace(state, index))}
          >
            {p('remove')}
          </button>
        </span>
      </div>
      {leg !== null && <p className="measured-leg">{toLeg(leg.distance_m, leg.bearing_deg)}</p>}
    </li>
  )
}
