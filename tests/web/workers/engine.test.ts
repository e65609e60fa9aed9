import { describe, expect, it } from 'vitest'
import type { StatementColumns } from '../../../core/coverage/statement-table.ts'
import type { AskedView } from '../../../web/workers/answering.ts'
import type { EngineUnit, EngineVillages } from '../../../web/workers/engine-context.ts'
import { createEngine } from '../../../web/workers/engine.ts'
import { plainQuestion } from '../../../core/coverage/question.ts'

/** A square of one degree with its south-west corner at the place given. */
function makeSquare(west: number, south: number): EngineUnit['geometry'] {
  const [east, north] = [west + 1, south + 1]
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

const districts: EngineUnit[] = [
  { code: '01', parent_code: '1', successor_code: null, geometry: makeSquare(0, 0) },
  { code: '02', parent_code: '1', successor_code: null, geometry: makeSquare(1, 0) },
]
const communes: EngineUnit[] = [
  { code: '00001', parent_code: '01', successor_code: '00002', geometry: makeSquare(0, 0) },
  { code: '00002', parent_code: '02', successor_code: '00002', geometry: makeSquare(1, 0) },
]
const newCommunes: EngineUnit[] = [
  {
    code: '00002',
    parent_code: '1',
    successor_code: null,
    geometry: {
      type: 'MultiPolygon',
      coordinates: [makeSquare(0, 0), makeSquare(1, 0)].flatMap(({ coordinates }) => [
        coordinates as number[][][],
      ]),
    },
  },
]

// In the west; in the east; drawn in the west but pinned to the east; on the border; outside everything.
const villages: EngineVillages = {
  ids: [11, 12, 13, 14, 15],
  positions: [
    [0.5, 0.5],
    [1.5, 0.5],
    [0.2, 0.2],
    [1, 0.5],
    [9, 9],
  ],
  is_located_by_position: [true, true, false, true, true],
  codes: {
    district: ['02', '02', '02', '01', '02'],
    commune: ['00002', '00002', '00002', '00001', '00002'],
    'commune-2025': ['00002', '00002', '00002', '00002', '00002'],
  },
  households: [10, 20, 30, 40, null],
  population: [50, 60, 70, 80, 90],
  grid_power: [true, false, null, true, true],
  grid_power_since: [null, null, null, '2021-01-01', null],
  assigned_since: [null, '2020-12-15', null, null, null],
}

const statements: StatementColumns = {
  services: ['fibre', '2g', '3g', '4g', '5g'],
  carriers: ['a', 'b'],
  bases: ['predicted', 'declared', 'measured', 'verified'],
  states: ['not_covered', 'partial', 'covered'],
  dates: ['2021-06-30', '2020-12-31'],
  village: [11, 11, 12, 13, 14],
  service: [3, 3, 3, 3, 2],
  carrier: [0, 1, 0, 0, 1],
  basis: [3, 1, 1, 1, 1],
  state: [0, 2, 2, 1, 2],
  observed_on: [1, 0, 1, 0, 0],
  households_share: [null, null, null, 0.4, null],
  local_rows: [],
}

const view: AskedView = {
  question: { ...plainQuestion, service: '4g', as_of: '2026-01-01' },
  unit_set: 'district',
  weight: 'villages',
}

function makeEngine() {
  const engine = createEngine()
  const days = engine.load(villages, statements)
  engine.addUnits('district', districts)
  engine.addUnits('commune', communes)
  engine.addUnits('commune-2025', newCommunes)
  return { engine, days }
}

describe('the engine', () => {
  it('says on which days anything was observed, first to last', () => {
    expect(makeEngine().days).toEqual(['2020-12-31', '2021-06-30'])
  })

  it('locates by position, by the served code where a pin decided or no unit holds the position', () => {
    const { unit_of } = makeEngine().engine.ask(view)
    expect([...unit_of]).toEqual([0, 1, 1, 0, 1])
  })

  it('finds new communes by way of the communes before them', () => {
    const { unit_of } = makeEngine().engine.ask({ ...view, unit_set: 'commune-2025' })
    expect([...unit_of]).toEqual([0, 0, 0, 0, 0])
  })

  it('unites carriers, so that one carrier’s verified no does not erase another’s yes', () => {
    const { engine } = makeEngine()
    const ask = (carrier: string | null) =>
      engine.ask({ ...view, question: { ...view.question, carrier } }).states
    expect([...ask(null)]).toEqual([3, 3, 2, 0, 0])
    expect([...ask('a')]).toEqual([1, 3, 2, 0, 0])
  })

  it('counts by weight, and beside it by villages', () => {
    const answer = makeEngine().engine.ask({ ...view, weight: 'population' })
    expect(answer.shares[1]).toMatchObject({ covered: 60, partial: 70, unknown: 90, total: 220 })
    expect(answer.village_shares[1]).toMatchObject({ covered: 1, partial: 1, unknown: 1, total: 3 })
    expect(answer.province).toMatchObject({ covered: 110, total: 350 })
    expect(answer.province_villages).toMatchObject({ covered: 2, total: 5 })
  })

  it('knows nothing of what was observed later than asked', () => {
    const question = { ...view.question, as_of: '2021-01-01' }
    expect([...makeEngine().engine.ask({ ...view, question }).states]).toEqual([1, 3, 0, 0, 0])
  })

  it('answers every service at once as it answers each alone', () => {
    const { engine } = makeEngine()
    const all = engine.askServices(view)
    for (const service of ['fibre', '3g', '4g', 'mobile'] as const) {
      const alone = engine.ask({ ...view, question: { ...view.question, service } })
      expect(all[service]).toEqual({ units: alone.shares, province: alone.province })
    }
  })

  it('refuses to guess before it has villages or the units asked for', () => {
    expect(() => createEngine().ask(view)).toThrow('before it was loaded')
    const engine = createEngine()
    engine.load(villages, statements)
    expect(() => engine.ask(view)).toThrow('district')
  })
})
