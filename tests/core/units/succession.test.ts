import { describe, expect, it } from 'vitest'
import type { UnitSet } from '../../../core/coverage/question.ts'
import { explainCode } from '../../../core/units/explain-code.ts'
import { toSuccession, type SuccessionUnit } from '../../../core/units/succession.ts'
import { readSuccessionUnits } from './reference-succession.ts'

const units = readSuccessionUnits()
const get = (unit_set: UnitSet, code: string) => {
  const unit = units.find((other) => other.unit_set === unit_set && other.code === code)
  if (unit === undefined) throw new Error(`${unit_set} ${code}`)
  return toSuccession(unit, units)
}
const names = (list: readonly SuccessionUnit[]) => list.map(({ name }) => name)

describe('the succession of communes', () => {
  it('puts the old phường Mường Thanh into Điện Biên Phủ, and tells the new one apart', () => {
    const old = get('commune', '03136')
    expect(old.unit.name).toBe('Mường Thanh')
    expect(old.successor?.name).toBe('Điện Biên Phủ')
    const now = get('commune-2025', '03334')
    expect(now.unit.name).toBe('Mường Thanh')
    expect(names(now.predecessors)).not.toContain('Mường Thanh')
    expect(names(now.code_also_names)).toEqual(['Thanh Xương'])
  })

  it('puts the old xã Sam Mứn into Thanh An', () => {
    expect(get('commune', '03355').successor?.name).toBe('Thanh An')
  })

  it('counts 45 codes that go on, 23 of them for another unit', () => {
    const later = units.filter(({ unit_set }) => unit_set === 'commune-2025')
    const successions = later.map(({ code }) => get('commune-2025', code))
    expect(
      later.filter(({ code }) => units.some((u) => u.unit_set === 'commune' && u.code === code)),
    ).toHaveLength(45)
    expect(successions.filter(({ code_also_names }) => code_also_names.length > 0)).toHaveLength(23)
  })

  it('finds eight new communes that straddle two districts', () => {
    const straddling = units
      .filter(({ unit_set }) => unit_set === 'commune-2025')
      .filter(({ code }) => get('commune-2025', code).districts.length > 1)
    expect(straddling).toHaveLength(8)
  })

  it('gives every old commune to one new one, and every new one back what it took in', () => {
    for (const unit of units.filter(({ unit_set }) => unit_set === 'commune')) {
      const { successor } = toSuccession(unit, units)
      expect(successor, unit.name).not.toBeNull()
      expect(toSuccession(successor!, units).predecessors).toContain(unit)
    }
  })

  it('knows a name by its other spellings: Sáng Nhè goes on as itself', () => {
    expect(get('commune-2025', '03244').code_also_names).toEqual([])
  })
})

describe('a code asked for in the wrong set', () => {
  it('is explained: an old commune in the new set by the one that took it in', () => {
    expect(explainCode({ code: '03136', asked: 'commune-2025' }, units)).toMatchObject({
      type: 'other_set',
      found_in: 'commune',
      instead: [{ name: 'Điện Biên Phủ' }],
    })
  })

  it('is explained: a commune in the set of districts by the district around it', () => {
    const told = explainCode({ code: '03136', asked: 'district' }, units)
    expect(told).toMatchObject({ type: 'other_set', instead: [{ unit_set: 'district', code: '094' }] })
  })

  it('is found where the code goes on, with the other unit it names', () => {
    const told = explainCode({ code: '03334', asked: 'commune-2025' }, units)
    expect(told).toMatchObject({
      type: 'found',
      succession: { unit: { name: 'Mường Thanh' }, code_also_names: [{ name: 'Thanh Xương' }] },
    })
  })

  it('is unknown where nothing bears it', () => {
    expect(explainCode({ code: '99999', asked: 'commune' }, units)).toEqual({
      type: 'unknown',
      code: '99999',
      asked: 'commune',
    })
  })
})
