/** Where does the national border run? Along the province by the province's own edge, elsewhere by coarse lines. */
import Flatbush from 'flatbush'
import type { LngLat, Polygon } from '../../core/geo.ts'
import type { Unit } from './admin-units.ts'
import type { Origin } from './origin.ts'
import { getDistance } from './planar.ts'

export interface BorderLine {
  readonly name: string
  readonly source_code: string
  readonly line: readonly LngLat[]
}

/** A vertex of the province farther than this from every neighbouring province looks abroad. */
const neighbourMetres = 500
/** Coarse lines are up to 2 km off: nearer than this to the province they are its own border a second time. */
const coarseMetres = 4000
const joinMetres = 12_000
/** Gaps between two drawings of one provincial border are shorter than this, the national border is longer. */
const abroadMetres = 10_000

const countryNames: Readonly<Record<string, string>> = {
  Vietnam: 'Việt Nam',
  Laos: 'Lào',
  China: 'Trung Quốc',
}

export function buildBorders(origin: Origin, province: Unit): BorderLine[] {
  const coarse = origin.borders.features.flatMap(({ properties, geometry }) => {
    const countries = [properties['left'], properties['right']].map((c) => countryNames[String(c)])
    if (geometry.type !== 'LineString' || countries.includes(undefined)) return []
    return [{ name: countries.join(' – '), line: geometry.coordinates as unknown as LngLat[] }]
  })
  const own = buildOwnBorder(origin, province, coarse)
  const toProvince = createNearest(listRing(province))
  const joints = own.flatMap(({ line }) => [line[0]!, line.at(-1)!])
  const around = coarse.flatMap(({ name, line }) =>
    splitRuns(line, (position) => toProvince(position).metres > coarseMetres).map((run) => ({
      name,
      source_code: 'natural-earth',
      line: joinEnds(run, line, joints),
    })),
  )
  return [...own, ...around.filter(({ line }) => line.length > 1)]
}

type NamedLine = Pick<BorderLine, 'name' | 'line'>

function buildOwnBorder(origin: Origin, province: Unit, coarse: readonly NamedLine[]): BorderLine[] {
  const toNeighbour = createNearest(
    origin.neighbours.features.flatMap(({ geometry }) =>
      densify(geometry.coordinates[0] as unknown as LngLat[]),
    ),
  )
  const abroad = coarse.filter(({ name }) => name.includes('Việt Nam'))
  const coarsePoints = abroad.flatMap(({ name, line }) =>
    densify(line).map((position) => ({ name, position })),
  )
  const toCoarse = createNearest(coarsePoints.map(({ position }) => position))
  const ring = listRing(province)
  // Start the walk at a vertex beside a neighbour, so that no run is cut at the ring's first vertex.
  const start = ring.findIndex((position) => toNeighbour(position).metres < neighbourMetres)
  const walk = [...ring.slice(start), ...ring.slice(1, start + 1)]
  const runs = splitRuns(walk, (position) => toNeighbour(position).metres >= neighbourMetres)
  return runs
    .filter((run) => getLength(run) > abroadMetres)
    .flatMap((run) => splitByName(run, (position) => coarsePoints[toCoarse(position).index]!.name))
    .map(({ name, line }) => ({ name, source_code: 'ranh-gioi', line }))
}

function getLength(line: readonly LngLat[]): number {
  return line.slice(1).reduce((sum, to, i) => sum + getDistance(line[i]!, to), 0)
}

function listRing(unit: Unit): LngLat[] {
  return (unit.geometry as Polygon).coordinates[0] as unknown as LngLat[]
}

/** Runs of consecutive positions that satisfy the test. */
function splitRuns(line: readonly LngLat[], test: (position: LngLat) => boolean): LngLat[][] {
  const runs: LngLat[][] = []
  let run: LngLat[] = []
  for (const position of line) {
    if (test(position)) run.push(position)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return run.length > 0 ? [...runs, run] : runs
}

/** One line per name, in the order of the run; a stray name inside the stretch of another belongs to that stretch. */
function splitByName(run: readonly LngLat[], nameOf: (position: LngLat) => string): NamedLine[] {
  const names = run.map(nameOf)
  const pieces: NamedLine[] = []
  for (let from = 0; from < run.length - 1;) {
    const to = names.lastIndexOf(names[from]!)
    const end = Math.min(run.length - 1, Math.max(from, to) + 1)
    pieces.push({ name: names[from]!, line: run.slice(from, end + 1) })
    from = end
  }
  return pieces
}

/** A run cut off by the province is led to the nearest end of the province's own border. */
function joinEnds(run: readonly LngLat[], line: readonly LngLat[], joints: readonly LngLat[]): LngLat[] {
  const joined = [...run]
  if (run.at(-1) !== line.at(-1)) joined.push(...findJoint(run.at(-1)!, joints))
  if (run[0] !== line[0]) joined.unshift(...findJoint(run[0]!, joints))
  return joined
}

function findJoint(end: LngLat, joints: readonly LngLat[]): LngLat[] {
  const nearest = [...joints].sort((a, b) => getDistance(end, a) - getDistance(end, b))[0]
  return nearest !== undefined && getDistance(end, nearest) < joinMetres ? [nearest] : []
}

/** The line with a vertex at least every 200 m, so that the nearest vertex is about the nearest point. */
function densify(line: readonly LngLat[]): LngLat[] {
  return line.flatMap((to, i) => {
    const from = line[i - 1]
    if (from === undefined) return [to]
    const steps = Math.max(1, Math.ceil(getDistance(from, to) / 200))
    return Array.from({ length: steps }, (_, step): LngLat => {
      const t = (step + 1) / steps
      return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
    })
  })
}

function createNearest(
  positions: readonly LngLat[],
): (position: LngLat) => { index: number; metres: number } {
  const boxes = new Flatbush(positions.length)
  for (const [lng, lat] of positions) boxes.add(lng, lat, lng, lat)
  boxes.finish()
  return (position) => {
    const index = boxes.neighbors(position[0], position[1], 1)[0]!
    return { index, metres: getDistance(position, positions[index]!) }
  }
}
