import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeGrid } from '../../../core/coordinates/vn2000.ts'

const grid = makeGrid(103)

/** Inside the box of Điện Biên. */
const position = fc.tuple(
  fc.double({ min: 102.144, max: 103.598, noNaN: true }),
  fc.double({ min: 20.885, max: 22.548, noNaN: true }),
)

/** Metres between two near positions. */
function measure_m(a: readonly [number, number], b: readonly [number, number]): number {
  const east = (a[0] - b[0]) * 111_320 * Math.cos((a[1] * Math.PI) / 180)
  return Math.hypot(east, (a[1] - b[1]) * 110_600)
}

describe('VN-2000, 3° zone of 103°', () => {
  it('agrees with PROJ to the centimetre', () => {
    const { northing_m, easting_m } = grid.toGrid([103.02, 21.39])
    expect(easting_m).toBeCloseTo(501_877.5707, 2)
    expect(northing_m).toBeCloseTo(2_366_126.4106, 2)
  })

  it('has the extent of the province that the survey office gives', () => {
    const corners = [grid.toGrid([102.144, 20.885]), grid.toGrid([103.598, 22.548])]
    for (const { northing_m, easting_m } of corners) {
      expect(easting_m).toBeGreaterThan(410_000)
      expect(easting_m).toBeLessThan(562_200)
      expect(northing_m).toBeGreaterThan(2_310_000)
      expect(northing_m).toBeLessThan(2_495_000)
    }
  })

  it('comes back within a centimetre from anywhere in the province', () => {
    fc.assert(
      fc.property(position, (start) => {
        expect(measure_m(grid.fromGrid(grid.toGrid(start)), start)).toBeLessThan(0.01)
      }),
    )
  })

  it('is not WGS 84: on the central meridian the datum alone moves a point 196 m west', () => {
    expect(grid.toGrid([103, 21.39]).easting_m - 500_000).toBeGreaterThan(-197)
    expect(grid.toGrid([103, 21.39]).easting_m - 500_000).toBeLessThan(-194)
  })
})
