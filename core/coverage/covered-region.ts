/** Which shape has the ground inside circles, so that a map can draw it? Clipped to the units; holes stay holes. */
import {
  Clipper,
  ClipType,
  FillRule,
  PolyTree64,
  type Path64,
  type Paths64,
  type PolyPath64,
} from 'clipper2-ts'
import type { MultiPolygon } from '../geo.ts'
import type { Ground } from './area.ts'

/** Without parts where nothing is covered. */
export function toCoveredRegion({ plane, units }: Ground, covered: Paths64): MultiPolygon {
  const tree = new PolyTree64()
  const outlines = units.flatMap(({ outline }) => outline)
  Clipper.booleanOpWithPolyTree(ClipType.Intersection, covered, outlines, tree, FillRule.NonZero)
  const toRing = (path: Path64) => {
    const ring = path.map((point) => [...plane.toLngLat(point)])
    return [...ring, ring[0]!]
  }
  const toPolygons = (node: PolyPath64): number[][][][] => {
    const holes = listChildren(node)
    const islands = holes.flatMap(listChildren).flatMap(toPolygons)
    return [[toRing(node.poly ?? []), ...holes.map(({ poly }) => toRing(poly ?? []))], ...islands]
  }
  return { type: 'MultiPolygon', coordinates: listChildren(tree).flatMap(toPolygons) }
}

function listChildren(node: PolyPath64): PolyPath64[] {
  return Array.from({ length: node.count }, (_, index) => node.child(index))
}
