/** Which box does `west,south,east,north` mean? */
import { AppError } from '../../core/errors.ts'
import type { BBox } from '../../core/geo.ts'

/** A box of this many degrees holds any country; a larger one is a mistake, and everything is had without a box. */
const widest_deg = 60

const number = /^[+-]?\d{1,3}(\.\d{1,15})?$/

export function parseBBox(text: string): BBox {
  const parts = text.split(',').map((part) => part.trim())
  const [west, south, east, north] = parts.map((part) => (number.test(part) ? Number(part) : NaN))
  if (
    parts.length !== 4 ||
    west === undefined ||
    south === undefined ||
    east === undefined ||
    north === undefined
  ) {
    throw refuse(text, 'west,south,east,north')
  }
  if ([west, south, east, north].some(Number.isNaN)) throw refuse(text, 'four numbers in degrees')
  if (Math.abs(west) > 180 || Math.abs(east) > 180) throw refuse(text, 'longitudes from -180 to 180')
  if (Math.abs(south) > 90 || Math.abs(north) > 90) throw refuse(text, 'latitudes from -90 to 90')
  if (west >= east || south >= north) throw refuse(text, 'west < east, south < north')
  if (east - west > widest_deg || north - south > widest_deg) {
    throw refuse(text, `at most ${widest_deg} degrees wide and high`)
  }
  return [west, south, east, north]
}

function refuse(value: string, expected: string): AppError {
  return new AppError('parameter_invalid', { field: 'bbox', value, expected })
}
