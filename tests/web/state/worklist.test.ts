import { describe, expect, it } from 'vitest'
import type { VillageFeature } from '../../../web/state/units.ts'
import { filterWork, listWork, type Known } from '../../../web/state/worklist.ts'

const units = [{ unit_set: 'district' as const, code: '701' }]

function makeVillage(id: number, more: object = {}): VillageFeature {
  const properties = {
    name: `Huổi ${id}`,
    district_code: '701',
    commune_code: '70101',
    commune_2025_code: '70101',
    households: 40,
    population: 200,
    grid_power: true,
    fibre: 'not_covered',
    mobile: 'covered',
    ...more,
  }
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [12, 40] }, properties } as never
}

const nothing: Known['statements'] = {
  services: ['fibre'],
  carriers: ['alpha', 'beta'],
  bases: ['predicted', 'declared', 'measured', 'verified'],
  states: ['not_covered', 'partial', 'covered'],
  dates: ['2020-12-31', '2021-06-30'],
  village: [],
  service: [],
  carrier: [],
  basis: [],
  state: [],
  observed_on: [],
  households_share: [],
  local_rows: [],
}

const toIds = (items: ReturnType<typeof listWork>) => items.map(({ village }) => village.id)

describe('what an UBND has to confirm', () => {
  it('lists the villages of its units alone, those with the most to do first', () => {
    const villages = [
      makeVillage(2),
      makeVillage(10),
      makeVillage(3, { grid_power: null, fibre: 'unknown', households: null }),
      makeVillage(4, { district_code: '702' }),
    ]
    const work = listWork({ units }, { villages, statements: nothing, entries: [], proposals: [] })
    expect(toIds(work)).toEqual([3, 2, 10])
    expect(work[0]?.missing).toEqual(['confirmation', 'households', 'power', 'service'])
    expect(
      toIds(listWork({ units: [] }, { villages, statements: nothing, entries: [], proposals: [] })),
    ).toEqual([])
  })

  it('knows when one was last confirmed, what was last said of it and by whom, and what waits for the Sở', () => {
    const statements: Known['statements'] = {
      ...nothing,
      village: [2, 2, 2],
      service: [0, 0, 0],
      carrier: [0, 1, 0],
      basis: [3, 1, 1],
      state: [0, 2, 2],
      observed_on: [0, 1, 0],
      households_share: [null, null, null],
    }
    const entries = [
      { noun_id: '2', at: '2024-05-02T00:00:00Z', action: 'update' },
      { noun_id: '2', at: '2024-05-01T00:00:00Z', action: 'update' },
      { noun_id: '3', at: '2024-05-01T00:00:00Z', action: 'merge' },
    ]
    const proposals = [
      { noun: 'village_services' as const, record_id: 2, state: 'pending' as const },
      { noun: 'village_services' as const, record_id: 2, state: 'accepted' as const },
    ]
    const villages = [makeVillage(2), makeVillage(3)]
    const work = listWork({ units }, { villages, statements, entries, proposals })
    expect(work).toMatchObject([
      { missing: ['confirmation'], confirmed_at: null, pending: 0, latest: null },
      {
        missing: [],
        confirmed_at: '2024-05-02T00:00:00Z',
        pending: 1,
        latest: { observed_on: '2021-06-30', basis: 'declared', carrier_code: 'beta' },
      },
    ])
    const shown = (filter: 'all' | 'to_do' | 'done', typed = '') =>
      toIds(filterWork(work, { filter, typed, opened_id: null }))
    expect([shown('all'), shown('to_do'), shown('done'), shown('all', 'HUOI 2')]).toEqual([
      [3, 2],
      [3],
      [2],
      [2],
    ])
  })
})
