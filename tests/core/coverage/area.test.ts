import { area as toSphereArea, circle as toTurfCircle, featureCollection, intersect, union } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGround, toUnitAreas, uniteCircles, type UnitArea } from '../../../core/coverage/area.ts'
import type { SiteCircle } from '../../../core/coverage/site-circle.ts'
import { addCircles } from '../../../core/coverage/trial-area.ts'
import type { LngLat, Polygon } from '../../../core/geo.ts'
import { loadUnits } from './reference-units.ts'
import { loadSitePositions } from './sample-sites.ts'

const districts = loadUnits('districts')
const communes = loadUnits('communes')
const ground = createGround(communes.map(({ geometry }) => geometry))
const sites = loadSitePositions()

const position = fc.tuple(
  fc.double({ min: 102.1, max: 103.6, noNaN: true }),
  fc.double({ min: 20.9, max: 22.5, noNaN: true }),
)
const circle = fc.record({ position, radius_m: fc.integer({ min: 500, max: 30_000 }) })
const circles = fc.array(circle, { maxLength: 12 })

const measure = (list: readonly SiteCircle[]) => toUnitAreas(ground, uniteCircles(ground.plane, list))
const sum = (areas: readonly UnitArea[]) => areas.reduce((total, { covered_m2 }) => total + covered_m2, 0)
const around = (positions: readonly LngLat[], radius_m: number) =>
  positions.map((place) => ({ position: place, radius_m }))

/** A circle of n corners errs by so much; sums of centimetres by less. */
const smallest_m2 = 50

describe('area inside circles', () => {
  it('never exceeds the unit, whatever the circles', () => {
    fc.assert(
      fc.property(circles, (list) => {
        for (const { area_m2, covered_m2, percent } of measure(list)) {
          expect(covered_m2).toBeGreaterThanOrEqual(0)
          expect(covered_m2).toBeLessThanOrEqual(area_m2)
          expect(percent).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('does not shrink when a radius or a site is added', () => {
    fc.assert(
      fc.property(circles, circle, fc.double({ min: 1, max: 3, noNaN: true }), (list, more, factor) => {
        const areas = measure(list)
        const wider = measure(list.map((one) => ({ ...one, radius_m: one.radius_m * factor })))
        const further = measure([...list, more])
        for (const [index, { covered_m2 }] of areas.entries()) {
          expect(wider[index]!.covered_m2).toBeGreaterThan(covered_m2 - smallest_m2)
          expect(further[index]!.covered_m2).toBeGreaterThan(covered_m2 - smallest_m2)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('does not depend on the order of sites, nor on a site named twice', () => {
    fc.assert(
      fc.property(circles, (list) => {
        const areas = measure(list)
        const turned = measure([...list].reverse().concat(list))
        for (const [index, { covered_m2 }] of areas.entries()) {
          expect(Math.abs(turned[index]!.covered_m2 - covered_m2)).toBeLessThan(smallest_m2)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('adds up where circles lie apart, to the area of a circle each', () => {
    const apart = around(
      [
        [103.036, 21.39],
        [103.42, 21.6],
      ],
      3_000,
    )
    const both = sum(measure(apart))
    expect(both).toBeCloseTo(sum(measure([apart[0]!])) + sum(measure([apart[1]!])), -2)
    expect(both / (2 * Math.PI * 3_000 ** 2)).toBeCloseTo(1, 4)
  })

  it('leaves out a hole between circles, also where a unit lies in it altogether', () => {
    // A ring of circles around the smallest commune, none of which reaches it.
    const areas = ground.units.map(({ area_m2 }) => area_m2)
    const smallest = areas.indexOf(Math.min(...areas))
    const unit = ground.units[smallest]!
    const middle = ground.plane.toLngLat({
      x: (unit.bounds.left + unit.bounds.right) / 2,
      y: (unit.bounds.top + unit.bounds.bottom) / 2,
    })
    const ring = Array.from({ length: 24 }, (_, step) => {
      const angle = (2 * Math.PI * step) / 24
      return [middle[0] + 0.15 * Math.cos(angle), middle[1] + 0.15 * Math.sin(angle)] as const
    })
    const covered = measure(around(ring, 5_000))
    expect(covered[smallest]!.covered_m2).toBe(0)
    expect(measure(around([middle], 15_000))[smallest]!.percent).toBeCloseTo(100, 6)
  })

  it('is of huyện what it is of their communes together', () => {
    const inDistricts = createGround(districts.map(({ geometry }) => geometry))
    const list = around(sites, 3_000)
    const areas = measure(list)
    const ofDistricts = toUnitAreas(inDistricts, uniteCircles(inDistricts.plane, list))
    for (const [index, { covered_m2 }] of ofDistricts.entries()) {
      const own = areas.filter((_, commune) => communes[commune]!.parent_code === districts[index]!.code)
      expect(covered_m2 / sum(own)).toBeCloseTo(1, 6)
    }
  })

  it('agrees with Turf on a few circles of one commune, as far as a sphere allows', () => {
    const unit = communes[40]!.geometry as Polygon
    const here = unit.coordinates[0]!.slice(0, 5) as unknown as LngLat[]
    const list = around(here, 2_000)
    const turf = list.map((one) => toTurfCircle([...one.position], 2, { steps: 256 }))
    const united = union(featureCollection(turf))!
    const clipped = intersect(
      featureCollection([united, { type: 'Feature', properties: {}, geometry: unit }]),
    )!
    expect(measure(list)[40]!.covered_m2 / toSphereArea(clipped)).toBeCloseTo(1, 2)
  })
})

describe('addCircles', () => {
  it('gives what measuring all circles together gives', () => {
    fc.assert(
      fc.property(circles, fc.array(circle, { maxLength: 3 }), (list, added) => {
        const covered = uniteCircles(ground.plane, list)
        const before = { covered, areas: toUnitAreas(ground, covered) }
        const together = measure([...list, ...added])
        for (const [index, { covered_m2 }] of addCircles(ground, before, added).entries()) {
          expect(Math.abs(covered_m2 - together[index]!.covered_m2)).toBeLessThan(smallest_m2)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('adds nothing on ground that the sites of the sample cover already', () => {
    const covered = uniteCircles(ground.plane, around(sites, 3_000))
    const before = { covered, areas: toUnitAreas(ground, covered) }
    const after = addCircles(ground, before, around(sites.slice(0, 3), 2_000))
    expect(sum(after) - sum(before.areas)).toBeLessThan(smallest_m2)
  })
})
