import { beforeAll, expect, it } from 'vitest'
import { createLocator, toUnitRank, type LocatableUnit } from '../../../core/coverage/locate.ts'
import {
  plainQuestion,
  unitSets,
  weights,
  type Question,
  type UnitSet,
  type Weight,
} from '../../../core/coverage/question.ts'
import { askedBases, askedServices } from '../../../core/coverage/states.ts'
import type { LngLat } from '../../../core/geo.ts'
import { listCarriers } from '../../../server/db/carriers.ts'
import { listUnitCoverage } from '../../../server/db/coverage.ts'
import type { Database } from '../../../server/db/database.ts'
import { listLayerRows } from '../../../server/db/layer-rows.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { askCore, loadCoreInputs, type CoreInputs } from './ask-core.ts'

const today = '2026-01-15'

describeDatabases('coverage of the sample', ({ openSampleDatabase }) => {
  let db: Database
  let inputs: CoreInputs

  beforeAll(async () => {
    db = await openSampleDatabase()
    inputs = await loadCoreInputs(db, today)
  })

  it.each([
    ['fibre', '2021-06-30', 1_276, 88.3],
    ['4g', '2021-06-30', 1_364, 94.4],
    ['fibre', '2020-12-31', 1_156, 80],
    ['mobile', '2020-12-31', 1_084, 75],
  ] as const)(
    'counts for %s on %s what was published: %i villages',
    async (service, as_of, covered, percent) => {
      const question = { ...plainQuestion, service, as_of }
      const [province] = await listUnitCoverage(db, {
        ...question,
        by: 'province',
        weight: 'villages',
      })
      expect(province).toMatchObject({ covered, total: 1_445 })
      expect(province!.percent).toBeCloseTo(percent, 1)
      for (const by of unitSets) {
        const units = await listUnitCoverage(db, { ...question, by, weight: 'villages' })
        expect(units.reduce((sum, unit) => sum + unit.covered, 0)).toBe(covered)
        expect(units.reduce((sum, unit) => sum + unit.total, 0)).toBe(1_445)
      }
    },
  )

  const expectEqual = async (question: Question, by: UnitSet, weight: Weight) => {
    const units = await listUnitCoverage(db, { ...question, by, weight })
    const shares = units.map(({ code: _, name: __, kind: ___, ...share }) => share)
    expect(shares, JSON.stringify({ ...question, by, weight })).toEqual(askCore(inputs, question, by, weight))
  }

  it('gives the counts of the browser’s engine for every service, carrier, basis, unit set and weight', async () => {
    for (const [index, question] of (await listQuestions(db, '2021-06-30')).entries()) {
      // Weights take turns: each meets every service, carrier and basis in some unit set.
      for (const [turn, by] of unitSets.entries()) {
        await expectEqual(question, by, weights[(index + turn) % weights.length]!)
      }
    }
  })

  it.each(['2020-12-31', '2021-03-15', today])('gives them on %s too', async (as_of) => {
    for (const [index, question] of (await listQuestions(db, as_of)).entries()) {
      // Sets and weights take turns.
      const by = unitSets[index % unitSets.length]!
      const weight = weights[Math.floor(index / unitSets.length) % weights.length]!
      await expectEqual({ ...question, partial_from: index % 2 === 0 ? 0.5 : null }, by, weight)
    }
  })

  it('places every village where the browser’s locator places it', async () => {
    const request = { as_of: today }
    const villages = await listLayerRows(db, 'villages', request)
    for (const [layer, field] of [
      ['districts', 'district_code'],
      ['communes', 'commune_code'],
    ] as const) {
      const units = await listLayerRows(db, layer, request)
      const locate = createLocator(
        units.map((unit) => ({
          rank: toUnitRank({ code: String(unit['code']), parent_code: String(unit['parent_code']) }),
          geometry: JSON.parse(unit.geometry!) as LocatableUnit['geometry'],
        })),
      )
      const located = villages.filter((village) => village['located_by'] === 'position')
      expect(located.length).toBeGreaterThan(1_400)
      for (const village of located) {
        const position = (JSON.parse(village.geometry!) as { coordinates: LngLat }).coordinates
        expect(units[locate(position)]?.feature_id, String(village['name'])).toBe(village[field])
      }
    }
  })
})

async function listQuestions(db: Database, as_of: string): Promise<Question[]> {
  const carriers = [null, ...(await listCarriers(db)).map(({ code }) => code)]
  return askedServices.flatMap((service) =>
    carriers.flatMap((carrier) =>
      askedBases.map((basis) => ({ ...plainQuestion, service, carrier, basis, as_of })),
    ),
  )
}
