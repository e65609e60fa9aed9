import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeGrid } from '../../../core/coordinates/vn2000.ts'
import {
  emptyVillage,
  mergeDrafts,
  toVillageChanges,
  villageFieldNames,
  type VillageDraft,
} from '../../../web/state/village-edit.ts'

const area = { bbox: [102.1, 20.8, 103.6, 22.6] as const, grid: makeGrid(103) }
const before: VillageDraft = { ...emptyVillage, name: 'Huổi Cát', position: '21.390000; 103.020000' }

describe('what the form of a village changes', () => {
  it('sends nothing of what was left alone', () => {
    expect(toVillageChanges(before, before, area)).toEqual({ changes: {}, problems: {} })
  })

  it('reads counts as the office writes them, and says where a text is none', () => {
    const read = toVillageChanges(before, { ...before, households: '1.066', population: 'nhiều' }, area)
    expect(read).toEqual({ changes: { households: 1066 }, problems: { population: 'not_a_count' } })
  })

  it('empties what was emptied: unknown is not zero', () => {
    const known = { ...before, households: '80', grid_power: 'yes', commune_pin: '03124' } as const
    expect(toVillageChanges(known, before, area).changes).toEqual({
      households: null,
      grid_power: null,
      commune_pin: null,
    })
  })

  it('takes a position in VN-2000 in either order, and both coordinates away together', () => {
    for (const position of ['2366126.41 501877.57', '501877.57 2366126.41']) {
      const { lng, lat } = toVillageChanges(before, { ...before, position }, area).changes
      expect(lng).toBeCloseTo(103.02, 5)
      expect(lat).toBeCloseTo(21.39, 5)
    }
    const { changes } = toVillageChanges(before, { ...before, position: '' }, area)
    expect(changes).toEqual({ lng: null, lat: null })
  })

  it('refuses a village without a name and a position that is none', () => {
    const { problems } = toVillageChanges(before, { ...before, name: ' ', position: '21.39' }, area)
    expect(problems).toEqual({ name: 'name_missing', position: 'position_half' })
  })
})

describe('two people at one village', () => {
  const text = fc.constantFrom('a', 'b', 'c')
  const draft = fc
    .record(Object.fromEntries(villageFieldNames.map((field) => [field, text])))
    .map((fields) => fields as unknown as VillageDraft)

  it('loses nothing unseen: a field is mine, theirs, or named as a conflict', () => {
    fc.assert(
      fc.property(draft, draft, draft, (start, mine, theirs) => {
        const { merged, conflicts } = mergeDrafts(start, mine, theirs)
        for (const field of villageFieldNames) {
          const isMine = mine[field] !== start[field]
          expect(merged[field]).toBe(isMine ? mine[field] : theirs[field])
          const isClash = isMine && theirs[field] !== start[field] && theirs[field] !== mine[field]
          expect(conflicts.includes(field)).toBe(isClash)
        }
      }),
    )
  })
})
