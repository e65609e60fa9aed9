/** From where to where, at one glance: the move on a small map of its own, with the commune's edge and the masts around. */
import { useEffect } from 'react'
import type { LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { loadLayer } from '../../load-layers.ts'
import { useApp } from '../../state/store.ts'
import { frameMove, toAreaPath, type SmallMapFrame } from './small-map-frame.ts'

interface MoveMapProps {
  /** Which is not among the masts around. */
  readonly site_id: number
  readonly from: LngLat
  readonly to: LngLat
  readonly moved_m: number
}

const size = { width_px: 340, height_px: 120 }

export function MoveMap({ site_id, from, to, moved_m }: MoveMapProps) {
  const { p, formats } = usePartWords('editing')
  const frame = frameMove([from, to], size)
  const [start, end] = [frame.toPixel(from), frame.toPixel(to)]
  const toText = ([lng, lat]: LngLat) => `${formats.coordinate(lat)}; ${formats.coordinate(lng)}`
  const label = p('history.small_map', {
    from: toText(from),
    to: toText(to),
    distance: formats.distance(moved_m),
  })
  return (
    <svg
      className="edit-small-map"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width_px} ${size.height_px}`}
    >
      <Surroundings site_id={site_id} frame={frame} />
      <line className="small-map-line" x1={start[0]} y1={start[1]} x2={end[0]} y2={end[1]} />
      <circle className="small-map-from" cx={start[0]} cy={start[1]} r="5" />
      <circle className="small-map-to" cx={end[0]} cy={end[1]} r="6" />
      <Scale frame={frame} />
    </svg>
  )
}

interface SurroundingsProps extends Pick<MoveMapProps, 'site_id'> {
  readonly frame: SmallMapFrame
}

function Surroundings({ site_id, frame }: SurroundingsProps) {
  const communes = useApp((state) => state.sources.communes)
  const sites = useApp((state) => state.sources.sites)
  useEffect(() => {
    void loadLayer('communes')
    void loadLayer('sites')
  }, [])
  const places = (sites?.features ?? []).flatMap(({ id, geometry }) =>
    geometry?.type === 'Point' && id !== site_id && frame.isInside(geometry.coordinates as unknown as LngLat)
      ? [{ id, at: frame.toPixel(geometry.coordinates as unknown as LngLat) }]
      : [],
  )
  return (
    <>
      <path
        className="small-map-edge"
        d={(communes?.features ?? []).map((area) => toAreaPath(area, frame.toPixel)).join('')}
      />
      {places.map(({ id, at }) => (
        <circle key={id} className="small-map-mast" cx={at[0]} cy={at[1]} r="3" />
      ))}
    </>
  )
}

function Scale({ frame }: { readonly frame: SmallMapFrame }) {
  const { formats } = usePartWords('editing')
  const { length_m, width_px } = frame.scale
  const [x, y] = [10, size.height_px - 9]
  return (
    <>
      <path className="small-map-scale" d={`M${x} ${y - 4}v4h${width_px.toFixed(1)}v-4`} />
      <text className="small-map-text" x={x + width_px + 6} y={y}>
        {formats.distance(length_m)}
      </text>
    </>
  )
}
