import { describe, expect, it } from 'vitest'
import { plainQuestion } from '../../../core/coverage/question.ts'
import type { StatementColumns } from '../../../core/coverage/statement-table.ts'
import type { LngLat, Polygon } from '../../../core/geo.ts'
import { createCircles } from '../../../web/workers/circles.ts'
import { createEngineContext, type EngineVillages } from '../../../web/workers/engine-context.ts'

/** Half a degree wide and high: about 52 by 55 km. */
function makeSquare(west: number): Polygon {
  const [east, south, north] = [west + 0.5, 21, 21.5]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

const unit = (code: string, west: number) => ({
  code,
  parent_code: '1',
  successor_code: null,
  geometry: makeSquare(west),
})
const west: LngLat = [103.25, 21.25]
const east: LngLat = [103.75, 21.25]

// In the west without, in part and unknown; in the east covered and without.
const villages: EngineVillages = {
  ids: [11, 12, 13, 14, 15],
  positions: [west, [103.251, 21.25], [103.252, 21.25], east, [103.751, 21.25]],
  is_located_by_position: [true, true, true, true, true],
  codes: { district: Array(5).fill('01'), commune: Array(5).fill(''), 'commune-2025': Array(5).fill('') },
  households: [10, 20, 30, 40, 50],
  population: [100, 200, null, 400, 500],
  grid_power: [true, true, true, true, true],
  grid_power_since: Array(5).fill(null),
  assigned_since: Array(5).fill(null),
}
const statements: StatementColumns = {
  services: ['4g'],
  carriers: ['v'],
  bases: ['declared'],
  states: ['not_covered', 'partial', 'covered'],
  dates: ['2020-01-01'],
  village: [11, 12, 14, 15],
  service: [0, 0, 0, 0],
  carrier: [0, 0, 0, 0],
  basis: [0, 0, 0, 0],
  state: [0, 1, 2, 0],
  observed_on: [0, 0, 0, 0],
  households_share: [null, null, null, null],
  local: [],
} as unknown as StatementColumns

const view = {
  question: { ...plainQuestion, service: '4g', as_of: '2021-01-01' },
  unit_set: 'district',
  weight: 'villages',
} as const

function makeEngine() {
  const context = createEngineContext()
  context.load(villages, statements)
  context.addUnits('district', [unit('01', 103), unit('02', 103.5)])
  return { ...createCircles(context), load: context.load }
}
const at = (position: LngLat, radius_m = 3_000) => ({ position, radius_m })
const circle_m2 = Math.PI * 3_000 ** 2

describe('area in the worker', () => {
  it('is of the sites last given, for the radius asked', () => {
    const engine = makeEngine()
    engine.setCircleSites([west])
    const first = engine.measureArea({ unit_set: 'district', radius_m: 3_000 })
    expect(first.units[0]!.covered_m2 / circle_m2).toBeCloseTo(1, 4)
    expect(first.units[1]!.covered_m2).toBe(0)
    expect(first.province.covered_m2).toBe(first.units[0]!.covered_m2)
    expect(first.site_count).toBe(1)
    const wider = engine.measureArea({ unit_set: 'district', radius_m: 6_000 })
    expect(wider.units[0]!.covered_m2 / circle_m2).toBeCloseTo(4, 3)
    engine.setCircleSites([west, east])
    const both = engine.measureArea({ unit_set: 'district', radius_m: 3_000 })
    expect(both.province.covered_m2 / circle_m2).toBeCloseTo(2, 3)
  })

  it('is cut at the border between units, and at that of the province', () => {
    const engine = makeEngine()
    engine.setCircleSites([
      [103.5, 21.25],
      [103, 21.25],
    ])
    const { units, province } = engine.measureArea({ unit_set: 'district', radius_m: 3_000 })
    expect(units[0]!.covered_m2 / circle_m2).toBeCloseTo(1, 2)
    expect(units[1]!.covered_m2 / circle_m2).toBeCloseTo(0.5, 2)
    expect(province.covered_m2 / circle_m2).toBeCloseTo(1.5, 2)
  })

  it('can be drawn: one part for each circle that lies alone', () => {
    const engine = makeEngine()
    engine.setCircleSites([west, east])
    const drawn = engine.drawArea({ unit_set: 'district', radius_m: 3_000 })
    expect(drawn.type).toBe('MultiPolygon')
    expect(drawn.coordinates).toHaveLength(2)
    for (const [ring] of drawn.coordinates) expect(ring![0]).toEqual(ring!.at(-1))
  })
})

describe('trial sites in the worker', () => {
  it('gain the villages without the service, each by what it was, in unit and province', () => {
    const answer = makeEngine().tryOut({ view, trial: [at(west)], radius_m: null })
    expect(answer.problems).toEqual([null])
    expect(answer.gained).toEqual([
      { id: 11, state: 'not_covered', unit: 0 },
      { id: 12, state: 'partial', unit: 0 },
      { id: 13, state: 'unknown', unit: 0 },
    ])
    expect(answer.gains).toEqual({
      not_covered: { villages: 1, households: 10, people: 100 },
      partial: { villages: 1, households: 20, people: 200 },
      unknown: { villages: 1, households: 30, people: 0 },
    })
    expect(answer.province.share.before.percent).toBe(20)
    expect(answer.province.share.after.percent).toBe(80)
    expect(answer.units).toMatchObject([{ unit: 0, gained: 3, area: null }])
    expect(answer.units[0]!.share.after.percent).toBe(100)
  })

  it('count nothing twice: neither a village in two circles nor ground under an existing site', () => {
    const engine = makeEngine()
    engine.setCircleSites([east])
    const once = engine.tryOut({ view, trial: [at(east)], radius_m: 3_000 })
    const twice = engine.tryOut({ view, trial: [at(east), at(east)], radius_m: 3_000 })
    expect(twice).toMatchObject({ gained: once.gained, province: once.province })
    expect(once.gained.map(({ id }) => id)).toEqual([15])
    const { before, after } = once.province.area!
    expect(after.covered_m2 - before.covered_m2).toBeLessThan(10)
  })

  it('are not counted outside the province, and the others are', () => {
    const answer = makeEngine().tryOut({ view, trial: [at([110, 21]), at(west)], radius_m: null })
    expect(answer.problems.map((problem) => problem?.type ?? null)).toEqual(['outside', null])
    expect(answer.gained).toHaveLength(3)
  })

  it('follow the question and the data', () => {
    const engine = makeEngine()
    const trial = [at(west)]
    engine.tryOut({ view, trial, radius_m: null })
    const later = { ...view, question: { ...view.question, as_of: '2019-01-01' } }
    expect(engine.tryOut({ view: later, trial, radius_m: null }).gains.unknown.villages).toBe(3)
    engine.load(villages, { ...statements, state: [2, 2, 2, 2] })
    expect(engine.tryOut({ view, trial, radius_m: null }).gained.map(({ id }) => id)).toEqual([13])
  })
})
