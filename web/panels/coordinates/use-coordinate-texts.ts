/** How is a place written: in degrees as one wishes, and in the grid of the province? */
import { formatDms } from '../../../core/coordinates/dms.ts'
import type { LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useReadingArea } from '../villages/use-reading-area.ts'

export type DegreeFormat = 'degrees' | 'dms'

export interface CoordinateTexts {
  readonly wgs84: string
  /** Null where the central meridian of the province is not known. */
  readonly vn2000: string | null
  readonly meridian: string
  /** As they are pasted elsewhere: decimal points, both systems. */
  readonly to_copy: { readonly wgs84: string; readonly vn2000: string; readonly both: string }
}

export function useCoordinateTexts(): (place: LngLat, format: DegreeFormat) => CoordinateTexts {
  const { p, formats, language } = usePartWords('measure')
  const { grid } = useReadingArea()
  const mark = language === 'vi' ? ',' : '.'
  const toLetter = (degrees: number, positive: 'north' | 'east', negative: 'south' | 'west') =>
    p(`coordinates.${degrees < 0 ? negative : positive}`)
  return ([lng, lat], format) => {
    const meridian = grid === null ? '' : `${formatDms(grid.central_meridian, 0, mark).slice(0, -3)}`
    const metres = grid === null ? null : grid.toGrid([lng, lat])
    const wgs84 = `${lat.toFixed(6)}, ${lng.toFixed(6)}`
    const vn2000 =
      metres === null ? '' : `X ${metres.northing_m.toFixed(2)}, Y ${metres.easting_m.toFixed(2)}`
    const system = p('coordinates.vn2000', { meridian })
    return {
      wgs84:
        format === 'degrees'
          ? `${formats.coordinate(lat)}° ${formats.coordinate(lng)}°`
          : [
              `${formatDms(lat, 1, mark)}${toLetter(lat, 'north', 'south')}`,
              `${formatDms(lng, 1, mark)}${toLetter(lng, 'east', 'west')}`,
            ].join(' '),
      vn2000:
        metres === null
          ? null
          : p('coordinates.grid', {
              northing: formats.integer(metres.northing_m),
              easting: formats.integer(metres.easting_m),
            }),
      meridian,
      to_copy: {
        wgs84,
        vn2000,
        both: [`WGS 84: ${wgs84}`, ...(vn2000 === '' ? [] : [`${system}: ${vn2000}`])].join('\n'),
      },
    }
  }
}
