/** How much of each unit's ground lies inside the circles of sites? Overlaps count once, and what lies outside the unit not at all. */
import { Clipper, ClipType, FillRule, type Path64, type Paths64, type Rect64 } from 'clipper2-ts'
import type { MultiPolygon, Polygon } from '../geo.ts'
import { createEqualAreaPlane, toSquareMetres, type EqualAreaPlane } from './equal-area-plane.ts'
import { toPercent } from './share.ts'
import { toRing, type SiteCircle } from './site-circle.ts'

export interface UnitArea {
  /** Of the unit as drawn. */
  readonly area_m2: number
  readonly covered_m2: number
  /** covered ÷ area × 100, not rounded, never above 100; null for a unit without area. */
  readonly percent: number | null
}

/** A unit as the plane has it. */
export interface UnitGround {
  readonly outline: Paths64
  readonly bounds: Rect64
  readonly area_m2: number
}

/** Units of one set, in their order, on one plane. */
export interface Ground {
  readonly plane: EqualAreaPlane
  readonly units: readonly UnitGround[]
}

export function createGround(geometries: readonly (Polygon | MultiPolygon)[]): Ground {
  const plane = createEqualAreaPlane(toMiddle(geometries))
  return { plane, units: geometries.map((geometry) => toUnitGround(plane, geometry)) }
}

/** Each point of the plane once, however many circles it lies in. */
export function uniteCircles(plane: EqualAreaPlane, circles: readonly SiteCircle[]): Paths64 {
  return unitePaths(sortByPlace(circles).map((circle) => [toPath(plane, circle)]))
}

/** Of every unit in its order. `covered` is a union: its outer edges counter-clockwise, its holes clockwise. */
export function toUnitAreas(ground: Ground, covered: Paths64): UnitArea[] {
  const pieces = covered.map((path) => ({ path, bounds: Clipper.getBounds(path) }))
  return ground.units.map((unit) => {
    const near = pieces.filter(({ bounds }) => overlaps(bounds, unit.bounds)).map(({ path }) => path)
    return toUnitArea(unit, measureInside(unit, near))
  })
}

export function toUnitArea(unit: UnitGround, covered_m2: number): UnitArea {
  // Corners in whole centimetres may add a square metre to a unit that is covered whole.
  const inside_m2 = Math.min(covered_m2, unit.area_m2)
  return { area_m2: unit.area_m2, covered_m2: inside_m2, percent: toPercent(inside_m2, unit.area_m2) }
}

/** Square metres of the region inside the unit. */
export function measureInside(unit: UnitGround, region: Paths64): number {
  if (region.length === 0) return 0
  // A unit meets a small part of a province's circles: cut to its box first, which is far cheaper than cutting to its outline.
  const near = Clipper.rectClip(unit.bounds, region)
  if (near.length === 0) return 0
  return toArea(Clipper.booleanOp(ClipType.Intersection, near, unit.outline, FillRule.NonZero))
}

export function overlaps(a: Rect64, b: Rect64): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

export function toPath(plane: EqualAreaPlane, circle: SiteCircle): Path64 {
  return toRing(circle).map(plane.toPlane)
}

const atOnce = 8

/**
 * Neighbours first, then the results of neighbours: edges inside are gone before they meet others. 815 circles of 3 km at once take
 * 455 ms and this way 93, of 30 km minutes and this way 59.
 */
function unitePaths(groups: readonly Paths64[]): Paths64 {
  if (groups.length === 0) return []
  const united: Paths64[] = []
  for (let first = 0; first < groups.length; first += atOnce) {
    united.push(Clipper.union(groups.slice(first, first + atOnce).flat(), FillRule.NonZero))
  }
  return united.length === 1 ? united[0]! : unitePaths(united)
}

/** Strips of an eighth of a degree, each from south to north; the order in which circles were given does not matter. */
function sortByPlace(circles: readonly SiteCircle[]): SiteCircle[] {
  const strip = ({ position }: SiteCircle) => Math.floor(position[0] * 8)
  return [...circles].sort(
    (a, b) =>
      strip(a) - strip(b) ||
      a.position[1] - b.position[1] ||
      a.position[0] - b.position[0] ||
      a.radius_m - b.radius_m,
  )
}

function toArea(paths: Paths64): number {
  return toSquareMetres(Math.abs(Clipper.areaPaths(paths)))
}

function toUnitGround(plane: EqualAreaPlane, geometry: Polygon | MultiPolygon): UnitGround {
  const rings = toPolygons(geometry).flat()
  const drawn = rings.map((ring) => ring.slice(1).map(([lng = NaN, lat = NaN]) => plane.toPlane([lng, lat])))
  // By even and odd, holes are holes whichever way they run.
  const outline = Clipper.booleanOp(ClipType.Union, drawn, null, FillRule.EvenOdd)
  return { outline, bounds: Clipper.getBoundsPaths(outline), area_m2: toArea(outline) }
}

function toMiddle(geometries: readonly (Polygon | MultiPolygon)[]): [number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = NaN, lat = NaN] of geometries.flatMap((geometry) => toPolygons(geometry).flat(2))) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  return west <= east ? [(west + east) / 2, (south + north) / 2] : [0, 0]
}

function toPolygons(geometry: Polygon | MultiPolygon) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}
