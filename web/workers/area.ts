/** How much ground lies inside the circles of sites? Sites are given once; their union is kept for the radius last asked. */
import type { Paths64 } from 'clipper2-ts'
import {
  createGround,
  toUnitAreas,
  uniteCircles,
  type Ground,
  type UnitArea,
} from '../../core/coverage/area.ts'
import { toCoveredRegion } from '../../core/coverage/covered-region.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { toPercent } from '../../core/coverage/share.ts'
import type { LngLat, MultiPolygon } from '../../core/geo.ts'
import type { EngineContext, EngineUnit } from './engine-context.ts'

export interface AskedArea {
  readonly unit_set: UnitSet
  readonly radius_m: number
}

export interface AreaAnswer {
  /** In the order of the units. */
  readonly units: readonly UnitArea[]
  readonly province: UnitArea
  readonly site_count: number
}

export interface AreaPart {
  /** Those with a circle for the question on screen, instead of those before. */
  readonly setCircleSites: (positions: readonly LngLat[]) => void
  readonly measureArea: (asked: AskedArea) => AreaAnswer
  /** The union inside the units. */
  readonly drawArea: (asked: AskedArea) => MultiPolygon
}

/** What trial sites are added to. */
export interface CircleGround {
  readonly ground: Ground
  readonly covered: Paths64
  readonly areas: readonly UnitArea[]
}

export interface AreaKeeper {
  readonly part: AreaPart
  readonly getCircles: (asked: AskedArea) => CircleGround
}

export function createArea(context: EngineContext): AreaKeeper {
  let sites: readonly LngLat[] = []
  let kept: {
    readonly key: string
    readonly units: readonly EngineUnit[]
    readonly circles: CircleGround
  } | null = null
  const getGround = createGroundKeeper()
  const getCircles = (asked: AskedArea): CircleGround => {
    const units = context.getUnits(asked.unit_set)
    const key = `${asked.unit_set} ${asked.radius_m}`
    if (kept?.key === key && kept.units === units) return kept.circles
    const ground = getGround(units)
    const covered = uniteCircles(
      ground.plane,
      sites.map((position) => ({ position, radius_m: asked.radius_m })),
    )
    const circles = { ground, covered, areas: toUnitAreas(ground, covered) }
    kept = { key, units, circles }
    return circles
  }
  const part: AreaPart = {
    setCircleSites: (positions) => {
      sites = positions
      kept = null
    },
    measureArea: (asked) => {
      const { areas } = getCircles(asked)
      return { units: areas, province: sumAreas(areas), site_count: sites.length }
    },
    drawArea: (asked) => {
      const { ground, covered } = getCircles(asked)
      return toCoveredRegion(ground, covered)
    },
  }
  return { part, getCircles }
}

/** Units of a set share their edges and fill the province: it has what they have together. */
export function sumAreas(areas: readonly UnitArea[]): UnitArea {
  const sum = (read: (area: UnitArea) => number) => areas.reduce((total, area) => total + read(area), 0)
  const [area_m2, covered_m2] = [sum((area) => area.area_m2), sum((area) => area.covered_m2)]
  return { area_m2, covered_m2, percent: toPercent(covered_m2, area_m2) }
}

/** Outlines are put on the plane once per set. */
function createGroundKeeper(): (units: readonly EngineUnit[]) => Ground {
  const grounds = new WeakMap<readonly EngineUnit[], Ground>()
  return (units) => {
    const known = grounds.get(units)
    if (known !== undefined) return known
    const fresh = createGround(units.map(({ geometry }) => geometry))
    grounds.set(units, fresh)
    return fresh
  }
}
