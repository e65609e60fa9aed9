import { destination } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../core/geo.ts'
import { frameMove, toAreaPath } from '../../../web/panels/sites/small-map-frame.ts'

const size = { width_px: 340, height_px: 120 }

function go([lng, lat]: LngLat, metres: number, bearing: number): LngLat {
  return destination([lng, lat], metres, bearing, { units: 'meters' }).geometry
    .coordinates as unknown as LngLat
}

const anyMove = fc.record({
  lng: fc.double({ min: 102, max: 104, noNaN: true }),
  lat: fc.double({ min: 8.5, max: 23, noNaN: true }),
  metres: fc.double({ min: 0.1, max: 40_000, noNaN: true }),
  bearing: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('the frame of a small map', () => {
  it('holds both ends of any move, with room around them, north up', () => {
    fc.assert(
      fc.property(anyMove, ({ lng, lat, metres, bearing }) => {
        const from: LngLat = [lng, lat]
        const to = go(from, metres, bearing)
        const { toPixel } = frameMove([from, to], size)
        for (const [x, y] of [toPixel(from), toPixel(to)]) {
          expect(x).toBeGreaterThanOrEqual(size.width_px * 0.19)
          expect(x).toBeLessThanOrEqual(size.width_px * 0.81)
          expect(y).toBeGreaterThanOrEqual(size.height_px * 0.19)
          expect(y).toBeLessThanOrEqual(size.height_px * 0.81)
        }
        if (to[1] > from[1]) expect(toPixel(to)[1]).toBeLessThanOrEqual(toPixel(from)[1])
        if (to[0] > from[0]) expect(toPixel(to)[0]).toBeGreaterThanOrEqual(toPixel(from)[0])
      }),
    )
  })

  it('is true to its scale, which is a round length', () => {
    fc.assert(
      fc.property(anyMove, ({ lng, lat, metres, bearing }) => {
        const from: LngLat = [lng, lat]
        const to = go(from, metres, bearing)
        const { toPixel, scale } = frameMove([from, to], size)
        const [a, b] = [toPixel(from), toPixel(to)]
        const drawn_m = (Math.hypot(b[0] - a[0], b[1] - a[1]) / scale.width_px) * scale.length_m
        expect(Math.abs(drawn_m / metres - 1)).toBeLessThan(0.01)
        expect(scale.length_m.toExponential()).toMatch(/^[125]e/)
        expect(scale.width_px).toBeLessThanOrEqual(size.width_px / 4)
        expect(scale.width_px).toBeGreaterThan(size.width_px / 11)
      }),
    )
  })

  it('draws a move of a metre as short as it is', () => {
    const { toPixel } = frameMove([[103, 21], go([103, 21], 1, 90)], size)
    expect(toPixel(go([103, 21], 1, 90))[0] - toPixel([103, 21])[0]).toBeLessThan(10)
  })

  it('draws every ring of an area, holes too', () => {
    const ring = [
      [103, 21],
      [103.1, 21],
      [103.1, 21.1],
      [103, 21],
    ]
    const { toPixel } = frameMove(
      [
        [103, 21],
        [103.1, 21.1],
      ],
      size,
    )
    const polygon = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [ring, ring] },
    } as const
    const path = toAreaPath(polygon as never, toPixel)
    expect(path.match(/M[^Z]+Z/g)).toHaveLength(2)
  })
})
