import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countLeft,
  emptyNewVillage,
  shareOut,
  suggestCodes,
  toNewVillage,
} from '../../../web/state/new-village.ts'

const area = { bbox: [102.1, 20.8, 103.6, 22.6] as const, grid: null }
const typed = { ...emptyNewVillage, code: ' 03124-09 ', name: ' Huổi Mới ' }

describe('a village that is to be', () => {
  it('says what is missing, each at its field', () => {
    expect(toNewVillage(emptyNewVillage, area, 'needed').problems).toEqual({
      code: 'code_missing',
      name: 'name_missing',
      commune_code: 'commune_missing',
    })
    expect(toNewVillage({ ...typed, code: 'a b', households: 'vài' }, area, 'follows').problems).toEqual({
      code: 'code_unfit',
      households: 'not_a_count',
    })
  })

  it('lies where its position or pin says, and only without either in the commune stated', () => {
    const stated = { ...typed, commune_code: '03124' }
    expect(toNewVillage(stated, area, 'needed').village).toEqual({
      code: '03124-09',
      name: 'Huổi Mới',
      kind: 'ban',
      commune_code: '03124',
    })
    const placed = toNewVillage({ ...stated, position: '21.39; 103.02' }, area, 'needed').village
    expect(placed).toMatchObject({ lng: 103.02, lat: 21.39 })
    expect(placed).not.toHaveProperty('commune_code')
    expect(toNewVillage(typed, area, 'follows').village).not.toHaveProperty('commune_code')
  })

  it('goes on with the numbers of its commune, and leaves other codes alone', () => {
    const taken = ['03124-02', '03124-19', '03127-40', '03124-x', 'X-1', '03124-20-1']
    expect(suggestCodes(taken, '03124', 2)).toEqual(['03124-20', '03124-21'])
    expect(suggestCodes([], '03124', 1)).toEqual(['03124-01'])
  })

  it('shares out all of the households, to nobody two more than to another', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 20 }), (total, count) => {
        const parts = shareOut(total, count)
        expect(parts).toHaveLength(count)
        expect(countLeft(total, parts)).toBe(0)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(2)
      }),
    )
  })

  it('does not know what is left while one part is not known', () => {
    expect(countLeft(20, [7, null])).toBeNull()
    expect(countLeft(null, [7, 6])).toBeNull()
    expect(countLeft(20, [12, 11])).toBe(-3)
  })
})
