import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { UnitSet } from '../../../core/coverage/question.ts'
import { explainUnitCode, type CodedUnit } from '../../../core/inventory/unit-succession.ts'

interface Unit extends CodedUnit {
  readonly name: string
}

function read(unit_set: UnitSet, file: string): Unit[] {
  const text = readFileSync(`data/reference/${file}.geojson`, 'utf8')
  const { features } = JSON.parse(text) as { features: { properties: Omit<Unit, 'unit_set'> }[] }
  return features.map(({ properties }) => ({ ...properties, unit_set }))
}

const units: readonly Unit[] = [
  ...read('district', 'districts'),
  ...read('commune', 'communes'),
  ...read('commune-2025', 'communes-2025'),
]
const old = units.filter(({ unit_set }) => unit_set === 'commune')
const since = units.filter(({ unit_set }) => unit_set === 'commune-2025')
const only_old = old.filter(({ code }) => !since.some((unit) => unit.code === code))

describe('a unit’s code asked for in another set', () => {
  it('is explained for each of the 84 codes that are gone: what took the commune in', () => {
    expect(only_old).toHaveLength(84)
    for (const unit of only_old) {
      const meaning = explainUnitCode(units, { unit_set: 'commune-2025', code: unit.code })
      expect(meaning, unit.name).toMatchObject({ type: 'merged', unit: { name: unit.name } })
      if (meaning.type === 'merged') expect(meaning.successor.code).toBe(unit.successor_code)
    }
  })

  it('never takes one of the 45 reused codes for the commune before', () => {
    expect(since).toHaveLength(45)
    for (const unit of since) {
      expect(explainUnitCode(units, { unit_set: 'commune-2025', code: unit.code })).toEqual({
        type: 'found',
        unit,
      })
    }
  })

  it('names a huyện that is asked for as a commune, and nothing for a code that nobody has', () => {
    expect(explainUnitCode(units, { unit_set: 'commune', code: '096' })).toMatchObject({
      type: 'elsewhere',
      unit: { unit_set: 'district', code: '096' },
    })
    expect(explainUnitCode(units, { unit_set: 'commune', code: '99999' })).toEqual({ type: 'unknown' })
  })
})
