/** How does a measurement get into a letter? As text: the sums, then every point with its leg. */
import { useState } from 'react'
import type { Measured } from '../../../core/measure/measure-path.ts'
import type { Measuring } from '../../state/measure.ts'
import { useMeasureWords } from './use-measure-words.ts'

interface CopyMeasuredProps {
  readonly measuring: Measuring
  readonly measured: Measured
}

export function CopyMeasured({ measuring: { places, shape }, measured }: CopyMeasuredProps) {
  const { p, formats, toArea, toLeg } = useMeasureWords()
  const [told, setTold] = useState<'nothing' | 'copied' | 'copy_failed'>('nothing')
  const { area, total_m, legs } = measured
  const text = [
    ...(area.type === 'known' ? [`${p('area')}: ${toArea(area.area_m2)}`] : []),
    `${p(shape === 'area' ? 'perimeter' : 'total')}: ${formats.distance(total_m)}`,
    ...places.map(([lng, lat], index) => {
      const leg = legs[index]
      const place = `${p('point', { n: index + 1 })}: ${lat.toFixed(6)}, ${lng.toFixed(6)}`
      return leg === undefined ? place : `${place} → ${toLeg(leg.distance_m, leg.bearing_deg)}`
    }),
    p('method'),
  ].join('\n')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setTold('copied'),
      () => setTold('copy_failed'),
    )
  return (
    <p className="row-actions">
      <button type="button" className="text-button" onClick={() => void copy()}>
        {p('copy')}
      </button>
      <span role="status" className="soft">
        {told === 'nothing' ? '' : p(told)}
      </span>
    </p>
  )
}
