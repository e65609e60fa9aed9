import { describe, expect, it } from 'vitest'
import type { VillageRecord } from '../../../core/api/records.ts'
import { emptyMerge, listNewsOfVillages, toSeen, withSeen } from '../../../web/state/merge-draft.ts'
import { countLeftOf, toSplitDraft, withNewWhole, withSharesOut } from '../../../web/state/split-draft.ts'

function makeVillage(id: number, more: Partial<VillageRecord> = {}): VillageRecord {
  const known: Partial<VillageRecord> = {
    id,
    code: `03124-0${id}`,
    name: `Huổi ${id}`,
    kind: 'thon',
    alt_names: [],
    lng: 103 + id / 100,
    lat: 21.4,
    located_by: 'position',
    commune_code: '03124',
    commune_pin: null,
    households: 40 + id,
    population: 200 + id,
    grid_power: true,
    grid_power_since: '2015-01-01',
    road_access: 'car',
    especially_difficult: null,
    border: false,
    valid_to: null,
    version: 3,
    nearest_sites: [],
    ...more,
  }
  return known as VillageRecord
}

const [first, second] = [makeVillage(1), makeVillage(2)]

describe('the draft of a merge', () => {
  it('places the new village where the most people live, until it is placed otherwise', () => {
    const one = { ...emptyMerge, ...withSeen(emptyMerge, [toSeen(first)]) }
    expect(one).toMatchObject({ position: '21.400000; 103.010000', kind: 'thon' })
    const both = { ...one, ...withSeen(one, [toSeen(first), toSeen(second)]) }
    expect(both.position).toBe('21.400000; 103.020000')
    const placed = { ...both, position: '21,5; 103,1' }
    expect(withSeen(placed, [toSeen(first)]).position).toBe('21,5; 103,1')
  })

  it('tells what others did to the chosen villages since they were seen', () => {
    const seen = [toSeen(first), toSeen(second)]
    const now = (...villages: VillageRecord[]) => new Map(villages.map((village) => [village.id, village]))
    expect(listNewsOfVillages(seen, now(first, second))).toEqual([])
    const counted = makeVillage(1, { households: 50, version: 4 })
    const gone = makeVillage(2, { valid_to: '2021-06-30', version: 4 })
    expect(listNewsOfVillages(seen, now(counted, gone))).toEqual([
      { village: counted, type: 'changed', fields: ['households'] },
      { village: gone, type: 'ended', fields: [] },
    ])
  })
})

describe('the draft of a split', () => {
  it('begins with two parts that are like the whole, with names and codes of their own', () => {
    const { parts } = toSplitDraft(first, ['03124-01', '03124-02'])
    expect(parts).toMatchObject([
      { code: '03124-03', name: 'Huổi 1A', kind: 'thon', grid_power: 'yes', households: '', position: '' },
      { code: '03124-04', name: 'Huổi 1B', grid_power_since: '2015-01-01' },
    ])
    expect(toSplitDraft(makeVillage(1, { name: 'Pá Vạt' }), []).parts[1]?.name).toBe('Pá Vạt 2')
  })

  it('says what is left over of the whole, and shares all of it out', () => {
    const draft = toSplitDraft(first, [])
    expect(countLeftOf('households', draft)).toBeNull()
    const shared = { ...draft, parts: withSharesOut(draft) }
    expect(shared.parts.map(({ households }) => households)).toEqual(['21', '20'])
    expect(countLeftOf('households', shared)).toBe(0)
    expect(countLeftOf('population', shared)).toBe(0)
  })

  it('follows the whole as somebody else saved it, but for what a part says otherwise', () => {
    const draft = toSplitDraft(first, [])
    const typed = {
      ...draft,
      parts: draft.parts.map((part, index) =>
        index === 0 ? { ...part, road_access: 'foot' as const } : part,
      ),
    }
    const { seen, parts } = withNewWhole(
      typed,
      makeVillage(1, { version: 9, grid_power: false, road_access: 'motorbike' }),
    )
    expect(seen.version).toBe(9)
    expect(parts.map(({ grid_power, road_access }) => [grid_power, road_access])).toEqual([
      ['no', 'foot'],
      ['no', 'motorbike'],
    ])
  })
})
