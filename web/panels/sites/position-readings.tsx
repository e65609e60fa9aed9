/** The position in both systems, and how far it was moved. */
import { formatDms } from '../../../core/coordinates/dms.ts'
import type { Grid } from '../../../core/coordinates/vn2000.ts'
import type { LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { getPosition, useSiteSession } from '../../state/site-session.ts'
import { measure_m } from './use-map-editing.ts'

interface PositionReadingsProps {
  readonly position: LngLat
  readonly grid: Grid | null
}

export function PositionReadings({ position, grid }: PositionReadingsProps) {
  const { p, formats, language } = usePartWords('editing')
  const base = useSiteSession((session) => session.base)
  const old = getPosition(base)
  const [lng, lat] = position
  const mark = language === 'vi' ? ',' : '.'
  const moved_m = old === null ? null : measure_m(old, position)
  const inGrid = grid?.toGrid(position)
  const metres = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return (
    <div className="edit-readings">
      <dl>
        <div>
          <dt>{p('position.dms')}</dt>
          <dd>
            {formatDms(lat, 2, mark)}
            {p('position.letters.lat')} {formatDms(lng, 2, mark)}
            {p('position.letters.lng')}
          </dd>
        </div>
        <div>
          <dt>{p('position.grid', { meridian: grid?.central_meridian ?? '?' })}</dt>
          <dd>
            {inGrid === undefined
              ? p('position.no_grid')
              : p('position.grid_value', {
                  x: metres.format(inGrid.northing_m),
                  y: metres.format(inGrid.easting_m),
                })}
          </dd>
        </div>
      </dl>
      {moved_m !== null && (
        <p className="edit-moved" aria-live="polite">
          {moved_m < 0.05
            ? p('position.not_moved')
            : p('position.moved', { distance: formats.distance(moved_m) })}
        </p>
      )}
    </div>
  )
}
