/** One geometry everywhere: do all unit sets share their edges, and is nothing lost, doubled or bent too far? */
import { brotliCompressSync, constants } from 'node:zlib'
import Flatbush from 'flatbush'
import { describe, expect, it } from 'vitest'
import type { LngLat, Polygon } from '../../core/geo.ts'
import type { UnitProperties } from '../../scripts/reference/admin-units.ts'
import { buildReference } from '../../scripts/reference/build-reference.ts'
import { readOrigin } from '../../scripts/reference/origin.ts'
import { getSegmentDistance, toPlane } from '../../scripts/reference/planar.ts'
import { getTurn, isInsideRings, type Ring } from '../../scripts/reference/ring.ts'
import { dataFolder, readGeoJson, readText } from './read-data.ts'

const read = (file: string) => readGeoJson<Polygon, UnitProperties>(`reference/${file}.geojson`)
const sets = {
  province: read('province'),
  districts: read('districts'),
  communes: read('communes'),
  'communes-2025': read('communes-2025'),
}
type SetName = keyof typeof sets
const names = Object.keys(sets) as SetName[]
const ringsOf = (set: SetName) =>
  sets[set].flatMap(({ geometry }) => geometry.coordinates as unknown as Ring[])

/** Directed edges; the interior lies to the left of each. */
function listEdges(rings: readonly Ring[]): string[] {
  return rings.flatMap((ring) => ring.slice(1).map((to, i) => `${String(ring[i])} ${String(to)}`))
}

const turnAround = (edge: string) => edge.split(' ').reverse().join(' ')

describe('the units of the reference', () => {
  it('are 1 province, 10 districts, 129 communes to 6/2025 and 45 from 7/2025', () => {
    expect(names.map((name) => sets[name].length)).toEqual([1, 10, 129, 45])
  })

  it('are each one ring that turns counter-clockwise and is closed', () => {
    for (const name of names) {
      for (const { geometry, properties } of sets[name]) {
        const [ring, ...holes] = geometry.coordinates as unknown as [Ring, ...Ring[]]
        expect(holes, properties.name).toHaveLength(0)
        expect(getTurn(ring), properties.name).toBeGreaterThan(0)
        expect(ring.at(-1), properties.name).toEqual(ring[0])
        expect(ring.length, properties.name).toBeGreaterThanOrEqual(4)
      }
    }
  })

  it.each(names)(
    '%s have no gap and no overlap: inner edges pair up, outer edges are the province',
    (name) => {
      const edges = listEdges(ringsOf(name))
      const unique = new Set(edges)
      expect(unique.size).toBe(edges.length)
      const outer = edges.filter((edge) => !unique.has(turnAround(edge)))
      expect(outer.sort()).toEqual(listEdges(ringsOf('province')).sort())
    },
  )

  it('consist of the communes that name them, edge for edge', () => {
    const communes = sets.communes.map(({ properties, geometry }) => ({
      ...properties,
      rings: geometry.coordinates as unknown as Ring[],
    }))
    const check = (set: SetName, memberOf: (commune: UnitProperties) => string | null) => {
      for (const { properties, geometry } of sets[set]) {
        const members = communes.filter((commune) => memberOf(commune) === properties.code)
        const edges = new Set(listEdges(members.flatMap(({ rings }) => rings)))
        const outer = [...edges].filter((edge) => !edges.has(turnAround(edge)))
        expect(outer.sort(), properties.name).toEqual(
          listEdges(geometry.coordinates as unknown as Ring[]).sort(),
        )
      }
    }
    check('districts', (commune) => commune.parent_code)
    check('communes-2025', (commune) => commune.successor_code)
  })

  it('cross themselves nowhere', () => {
    const edges = [
      ...new Set(listEdges(ringsOf('communes')).map((edge) => [edge, turnAround(edge)].sort()[0]!)),
    ]
    const segments = edges.map(
      (edge) => edge.split(' ').map((end) => end.split(',').map(Number)) as unknown as [LngLat, LngLat],
    )
    expect(findCrossings(segments)).toEqual([])
  })

  it('carry their name inside', () => {
    for (const name of names) {
      for (const { properties, geometry } of sets[name]) {
        expect(
          isInsideRings(properties.label, geometry.coordinates as unknown as Ring[]),
          properties.name,
        ).toBe(true)
      }
    }
  })

  it('have 5 decimals', () => {
    const rounded = ringsOf('communes')
      .flat(2)
      .filter((value) => Math.round(value * 1e5) / 1e5 !== value)
    expect(rounded).toEqual([])
  })
})

describe('simplification', () => {
  it('moves no original vertex farther than 15 m from the line that stayed', () => {
    const latitude = 21.7
    const lines = ringsOf('communes').flatMap((ring) =>
      ring.slice(1).map((to, i) => [toPlane(ring[i]!, latitude), toPlane(to, latitude)] as const),
    )
    const boxes = new Flatbush(lines.length)
    for (const [a, b] of lines)
      boxes.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))
    boxes.finish()
    let farthest = 0
    for (const position of readOrigin(dataFolder).communes.features.flatMap(({ geometry }) =>
      geometry.coordinates.flat(),
    )) {
      const point = toPlane(position as unknown as LngLat, latitude)
      const near = boxes.search(point.x - 30, point.y - 30, point.x + 30, point.y + 30)
      const distance = Math.min(...near.map((i) => getSegmentDistance(point, lines[i]![0], lines[i]![1])))
      farthest = Math.max(farthest, distance)
    }
    expect(farthest).toBeGreaterThan(0)
    expect(farthest).toBeLessThanOrEqual(15)
  })

  it('gives the committed files, byte for byte, every time', () => {
    const { files } = buildReference(readOrigin(dataFolder))
    expect(Object.keys(files)).toHaveLength(5)
    for (const [name, text] of Object.entries(files))
      expect(text === readText(`reference/${name}`), name).toBe(true)
    expect(buildReference(readOrigin(dataFolder)).files).toEqual(files)
  })

  it('keeps the layers within their budget on the wire', () => {
    const size = (set: SetName) =>
      brotliCompressSync(readText(`reference/${set}.geojson`), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
      }).length
    expect(size('districts')).toBeLessThanOrEqual(70_000)
    expect(size('communes')).toBeLessThanOrEqual(170_000)
  })
})

function findCrossings(segments: readonly (readonly [LngLat, LngLat])[]): string[] {
  const boxes = new Flatbush(segments.length)
  const boxOf = ([a, b]: readonly [LngLat, LngLat]) =>
    [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const
  for (const segment of segments) boxes.add(...boxOf(segment))
  boxes.finish()
  const side = (a: LngLat, b: LngLat, p: LngLat) => {
    const [ax, ay, bx, by, px, py] = [a, b, p].flat().map((value) => Math.round(value * 1e5)) as number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
  }
  return segments.flatMap((segment, index) =>
    boxes
      .search(...boxOf(segment), (other) => other > index)
      .filter((other) => {
        const [a, b] = segment
        const [c, d] = segments[other]!
        if ([a, b].some((p) => [c, d].some((q) => String(p) === String(q)))) return false
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
      })
      .map((other) => `${String(segment)} × ${String(segments[other])}`),
  )
}
