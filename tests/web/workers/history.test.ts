import { describe, expect, it } from 'vitest'
import type { StatementColumns } from '../../../core/coverage/statement-table.ts'
import { createEngine } from '../../../web/workers/engine.ts'
import type { EngineVillages } from '../../../web/workers/engine-context.ts'

const villages: EngineVillages = {
  ids: [11, 12],
  positions: [
    [0.5, 0.5],
    [1.5, 0.5],
  ],
  is_located_by_position: [true, true],
  codes: { district: ['01', '01'], commune: ['00001', '00001'], 'commune-2025': ['00001', '00001'] },
  households: [10, 20],
  population: [50, 60],
  grid_power: [true, true],
  grid_power_since: [null, null],
  assigned_since: [null, null],
}

const statements: StatementColumns = {
  services: ['fibre', '2g', '3g', '4g', '5g'],
  carriers: ['a', 'b'],
  bases: ['predicted', 'declared', 'measured', 'verified'],
  states: ['not_covered', 'partial', 'covered'],
  dates: ['2019-12-05', '2020-12-31', '2021-06-30'],
  village: [11, 11, 12, 11, 12],
  service: [3, 3, 3, 2, 0],
  carrier: [0, 1, 0, 0, 0],
  basis: [1, 3, 1, 1, 1],
  state: [0, 2, 2, 2, 2],
  observed_on: [2, 0, 0, 1, 1],
  households_share: [null, null, null, null, null],
  local_rows: [1],
}

describe('the history of statements', () => {
  const engine = createEngine()
  engine.load(villages, statements)
  const count = (change: Partial<Parameters<typeof engine.countDays>[0]>) =>
    engine.countDays({ service: '4g', carrier: null, basis: 'strongest', ...change })

  it('counts by day what the service was said to be, first day first', () => {
    expect(count({})).toEqual([
      { day: '2019-12-05', statements: 2 },
      { day: '2021-06-30', statements: 1 },
    ])
  })

  it('unites the services that a question unites', () => {
    expect(count({ service: 'mobile' })).toEqual([
      { day: '2019-12-05', statements: 2 },
      { day: '2020-12-31', statements: 1 },
      { day: '2021-06-30', statements: 1 },
    ])
  })

  it('admits one carrier, one basis, or what an UBND confirmed', () => {
    expect(count({ carrier: 'b' })).toEqual([{ day: '2019-12-05', statements: 1 }])
    expect(count({ carrier: 'nobody' })).toEqual([])
    expect(count({ basis: 'declared' }).map(({ day }) => day)).toEqual(['2019-12-05', '2021-06-30'])
    expect(count({ basis: 'local' })).toEqual([{ day: '2019-12-05', statements: 1 }])
  })
})
