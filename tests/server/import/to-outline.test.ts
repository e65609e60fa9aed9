import { booleanPointInPolygon, polygon } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import type { Geometry } from '../../../core/geo.ts'
import { toOutline } from '../../../server/import/to-outline.ts'

const square = (lng: number, lat: number, size: number) => [
  [lng, lat],
  [lng + size, lat],
  [lng + size, lat + size],
  [lng, lat + size],
  [lng, lat],
]

describe('the outline of a row', () => {
  it('of a line is the line, without heights', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [103, 21, 500],
        [103.1, 21.1, 600],
      ],
    }
    expect(toOutline(line)).toEqual({
      line: [
        [103, 21],
        [103.1, 21.1],
      ],
      at: null,
    })
  })

  it('of an area goes around its largest part, marked inside', () => {
    const large = square(103, 21, 0.5)
    const outline = toOutline({ type: 'MultiPolygon', coordinates: [[square(102, 20, 0.1)], [large]] })
    expect(outline?.line).toEqual(large)
    expect(booleanPointInPolygon(outline!.at!, polygon([large]))).toBe(true)
  })

  it('of a long border has no more corners than a preview shows', () => {
    const corners = Array.from({ length: 20_000 }, (_, index) => {
      const turn = (index / 20_000) * 2 * Math.PI
      return [103 + 0.3 * Math.cos(turn), 21 + 0.3 * Math.sin(turn)]
    })
    const outline = toOutline({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] })
    expect(outline!.line.length).toBeLessThan(300)
    expect(outline!.line[0]).toEqual(outline!.line.at(-1))
  })

  it('of a point there is none, nor of what has no extent', () => {
    expect(toOutline({ type: 'Point', coordinates: [103, 21] })).toBeNull()
    expect(toOutline({ type: 'Polygon', coordinates: [[]] })).toBeNull()
    expect(toOutline(null)).toBeNull()
  })
})
