import { describe, expect, it } from 'vitest'
import { findUnits } from '../../../core/units/find-units.ts'
import { readSuccessionUnits } from './reference-succession.ts'

const units = readSuccessionUnits().filter(({ unit_set }) => unit_set !== 'district')
const find = (text: string) => findUnits(text, units).map(({ unit_set, name }) => `${unit_set} ${name}`)

describe('looking a commune up', () => {
  it('finds both units of one name', () => {
    expect(find('muong thanh').slice(0, 2).sort()).toEqual([
      'commune Mường Thanh',
      'commune-2025 Mường Thanh',
    ])
  })

  it('finds what a code means in both sets', () => {
    expect(find('03334').sort()).toEqual(['commune Thanh Xương', 'commune-2025 Mường Thanh'])
  })

  it('finds by the spelling of the plan and by ear', () => {
    expect(find('Ảng Tờ')[0]).toBe('commune Ẳng Tở')
    expect(find('agn to')).toContain('commune Ẳng Tở')
    expect(find('xin chai')).toContain('commune Sín Chải')
    expect(find('Pú Nhi')).toContain('commune Pu Nhi')
    expect(find('Na Tông')[0]).toBe('commune Na Tông')
    expect(find('Nà Tòng')[0]).toBe('commune Nà Tòng')
  })

  it('finds nothing for nothing and for nonsense', () => {
    for (const text of ['', '  ', '%%%', 'asdfgh', 'a'.repeat(5000)]) expect(find(text), text).toEqual([])
  })
})
