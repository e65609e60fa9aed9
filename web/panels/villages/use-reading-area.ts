/** Where are positions expected that somebody types, and in which grid? */
import { useMemo } from 'react'
import type { ReadingArea } from '../../../core/coordinates/parse.ts'
import { makeGrid } from '../../../core/coordinates/vn2000.ts'
import type { BBox } from '../../../core/geo.ts'
import { useApp } from '../../state/store.ts'

const everywhere: BBox = [-180, -90, 180, 90]

export function useReadingArea(): ReadingArea {
  const province = useApp((state) => state.province)
  return useMemo(() => {
    const meridian = province?.vn2000_central_meridian ?? null
    return {
      bbox: province === null ? everywhere : (province.bbox as unknown as BBox),
      grid: meridian === null ? null : makeGrid(meridian),
    }
  }, [province])
}
