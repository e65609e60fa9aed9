/** Which vertices may all boundaries lose so that areas still share every edge? Arcs are simplified once, before areas are built. */
import Flatbush from 'flatbush'
import simplify from 'simplify-js'
import type { LngLat } from '../../core/geo.ts'
import { toPlane } from './planar.ts'

export type Arc = readonly LngLat[]

/** No vertex that is dropped lies farther than this from the line that stays. */
export const toleranceMetres = 14

/**
 * Every arc by Douglas–Peucker in metres; where two of the new lines cross, those arcs are done again with half the
 * tolerance until none cross. End points stay, so junctions stay; closed arcs keep at least a triangle.
 */
export function simplifyArcs(arcs: readonly Arc[]): { arcs: LngLat[][]; refined: number } {
  const tolerances = arcs.map(() => toleranceMetres)
  const simplified = arcs.map((arc) => simplifyArc(arc, toleranceMetres))
  const refined = new Set<number>()
  for (let crossing = findCrossing(simplified); crossing.size > 0; crossing = findCrossing(simplified)) {
    for (const index of crossing) {
      if (tolerances[index]! < 0.01) throw new Error(`arc ${index} crosses another even when left as it was`)
      tolerances[index] = tolerances[index]! / 2
      simplified[index] = simplifyArc(arcs[index]!, tolerances[index]!)
      refined.add(index)
    }
  }
  return { arcs: simplified, refined: refined.size }
}

function simplifyArc(arc: Arc, tolerance: number): LngLat[] {
  const first = arc[0]!
  const last = arc.at(-1)!
  const isClosed = first[0] === last[0] && first[1] === last[1]
  if (!isClosed) return simplifyLine(arc, tolerance)
  // A closed arc has no two end points to span a line between: it is cut where it lies farthest from its start.
  const start = toPlane(first, first[1])
  const distances = arc.map((position) => {
    const point = toPlane(position, first[1])
    return Math.hypot(point.x - start.x, point.y - start.y)
  })
  const far = distances.indexOf(Math.max(...distances))
  const halves = [simplifyLine(arc.slice(0, far + 1), tolerance), simplifyLine(arc.slice(far), tolerance)]
  const ring = [...halves[0]!, ...halves[1]!.slice(1)]
  return ring.length >= 4 ? ring : [...arc]
}

function simplifyLine(line: Arc, tolerance: number): LngLat[] {
  const latitude = line[0]![1]
  const points = line.map((position) => ({ ...toPlane(position, latitude), position }))
  return (simplify(points, tolerance, true) as typeof points).map((point) => point.position)
}

interface Segment {
  readonly arc: number
  readonly from: LngLat
  readonly to: LngLat
}

/** Indices of arcs that cross or touch another (or themselves) anywhere but at a shared end point. */
function findCrossing(arcs: readonly Arc[]): Set<number> {
  const segments: Segment[] = arcs.flatMap((arc, index) =>
    arc.slice(1).map((to, i) => ({ arc: index, from: arc[i]!, to })),
  )
  const boxes = new Flatbush(segments.length)
  for (const { from, to } of segments) {
    boxes.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    )
  }
  boxes.finish()
  const crossing = new Set<number>()
  segments.forEach((segment, index) => {
    const { from, to } = segment
    const near = boxes.search(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
      (other) => other > index,
    )
    for (const other of near) {
      if (!isCrossing(segment, segments[other]!)) continue
      crossing.add(segment.arc)
      crossing.add(segments[other]!.arc)
    }
  })
  return crossing
}

function isCrossing(a: Segment, b: Segment): boolean {
  const shared = [a.from, a.to].filter((p) => isSame(p, b.from) || isSame(p, b.to))
  if (shared.length === 2) return true
  const d1 = getSide(a.from, a.to, b.from)
  const d2 = getSide(a.from, a.to, b.to)
  const d3 = getSide(b.from, b.to, a.from)
  const d4 = getSide(b.from, b.to, a.to)
  if (shared.length === 1) {
    // From a shared end point two segments may only run the same way when one folds back onto the other.
    const pivot = shared[0]!
    const tipA = isSame(pivot, a.from) ? a.to : a.from
    const tipB = isSame(pivot, b.from) ? b.to : b.from
    const dot = (tipA[0] - pivot[0]) * (tipB[0] - pivot[0]) + (tipA[1] - pivot[1]) * (tipB[1] - pivot[1])
    return getSide(pivot, tipA, tipB) === 0 && dot > 0
  }
  return d1 * d2 <= 0 && d3 * d4 <= 0
}

function isSame(a: LngLat, b: LngLat): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

// In units of 1e-5 degrees, where coordinates are whole numbers and the sign is exact.
function getSide(from: LngLat, to: LngLat, point: LngLat): number {
  const [ax, ay] = toUnits(from)
  const [bx, by] = toUnits(to)
  const [px, py] = toUnits(point)
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}

function toUnits(position: LngLat): [number, number] {
  return [Math.round(position[0] * 1e5), Math.round(position[1] * 1e5)]
}
