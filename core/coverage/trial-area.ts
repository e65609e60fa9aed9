/** How much ground would trial sites add to what the circles of existing sites cover? Fast enough to follow a hand that drags. */
import { Clipper, ClipType, FillRule, type Paths64 } from 'clipper2-ts'
import { measureInside, overlaps, toUnitArea, uniteCircles, type Ground, type UnitArea } from './area.ts'
import type { SiteCircle } from './site-circle.ts'

export interface AreaBefore {
  /** The union of the existing sites' circles. */
  readonly covered: Paths64
  /** What of it lies in each unit. */
  readonly areas: readonly UnitArea[]
}

/**
 * Areas of all units after adding circles, in the units' order. Only what lies around the added circles is computed again: the
 * part of the union that meets their box, and units that they touch.
 */
export function addCircles(ground: Ground, before: AreaBefore, added: readonly SiteCircle[]): UnitArea[] {
  const gained = toGainedRegion(ground, before.covered, added)
  const bounds = Clipper.getBoundsPaths(gained)
  return ground.units.map((unit, index) => {
    const known = before.areas[index]!
    if (gained.length === 0 || !overlaps(bounds, unit.bounds)) return known
    return toUnitArea(unit, known.covered_m2 + measureInside(unit, gained))
  })
}

/** What lies in an added circle and in none before. */
function toGainedRegion(ground: Ground, covered: Paths64, added: readonly SiteCircle[]): Paths64 {
  const united = uniteCircles(ground.plane, added)
  if (united.length === 0) return []
  const near = Clipper.rectClip(Clipper.getBoundsPaths(united), covered)
  return near.length === 0 ? united : Clipper.booleanOp(ClipType.Difference, united, near, FillRule.NonZero)
}
