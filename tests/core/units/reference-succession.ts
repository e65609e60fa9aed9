/** The real units of all sets, for tests of what became of them. */
import { readFileSync } from 'node:fs'
import type { UnitSet } from '../../../core/coverage/question.ts'
import type { SuccessionUnit } from '../../../core/units/succession.ts'

const readUnits = (unit_set: UnitSet, file: string): SuccessionUnit[] => {
  const text = readFileSync(new URL(`../../../data/reference/${file}.geojson`, import.meta.url), 'utf8')
  const { features } = JSON.parse(text) as { features: { properties: SuccessionUnit }[] }
  return features.map(({ properties }) => ({ ...properties, unit_set }))
}

export const readSuccessionUnits = (): SuccessionUnit[] => [
  ...readUnits('district', 'districts'),
  ...readUnits('commune', 'communes'),
  ...readUnits('commune-2025', 'communes-2025'),
]
