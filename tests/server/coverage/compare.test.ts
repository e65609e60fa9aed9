import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { villageChanges, type UnitComparison } from '../../../core/coverage/compare.ts'
import {
  askedAssigneds,
  askedPowers,
  unitSets,
  weights,
  type Question,
  type UnitSet,
} from '../../../core/coverage/question.ts'
import { askedBases, askedServices } from '../../../core/coverage/states.ts'
import type { FeatureCollection } from '../../../core/geo.ts'
import type { LayerId } from '../../../core/inventory/layers.ts'
import { listUnitCoverage } from '../../../server/db/coverage.ts'
import type { Database } from '../../../server/db/database.ts'
import { listVillageServices } from '../../../server/db/village-services.ts'
import { toLayerText } from '../../../server/layers/bodies.ts'
import { getUnitFeatures, toEngineUnits, toEngineVillages } from '../../../web/state/units.ts'
import { createEngine, type Engine } from '../../../web/workers/engine.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { madeUpCarriers } from '../../helpers/made-up-statements.ts'
import { countDifferences } from './count-differences.ts'

const today = '2026-01-15'
/** Villages were merged on the second of January: before and after it other villages are there. */
const mergedOn = '2021-01-02'
const days = ['2019-04-30', '2020-12-31', '2021-01-01', '2021-06-30', today]

const anyQuestion: fc.Arbitrary<Question> = fc.record({
  service: fc.constantFrom(...askedServices),
  carrier: fc.option(fc.constantFrom(...madeUpCarriers)),
  basis: fc.constantFrom(...askedBases),
  as_of: fc.constantFrom(...days),
  partial_from: fc.option(fc.constantFrom(0.5, 0.7), { freq: 2 }),
  power: fc.constantFrom('any' as const, ...askedPowers),
  assigned: fc.constantFrom('any' as const, 'any' as const, ...askedAssigneds),
})

const layerOfSet = {
  district: 'districts',
  commune: 'communes',
  'commune-2025': 'communes-2025',
} as const satisfies Partial<Record<UnitSet, LayerId>>

describeDatabases('two questions compared', ({ openDatabase }) => {
  let db: Database
  let engine: Engine
  let codesOf: Record<UnitSet, readonly string[]>

  const getLayer = async (id: LayerId, as_of: string) =>
    JSON.parse(await toLayerText(db, { id, role: 'staff' }, { as_of })) as FeatureCollection

  const toVillages = async (as_of: string) => toEngineVillages(await getLayer('villages', as_of))

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db, { seed: 40_511, villages: 60, statements: 1_100 })
    await db.query(`update villages set valid_to = date '${mergedOn}' - 1 where id in (3, 4, 5) returning id`)
    await db.query(`update villages set valid_from = date '${mergedOn}' where id in (6, 7) returning id`)
    engine = createEngine()
    const statements = await listVillageServices(db, { as_of: today })
    engine.load(await toVillages(today), statements)
    engine.loadOtherDay(await toVillages('2020-12-31'), statements)
    codesOf = { province: ['77'], district: [], commune: [], 'commune-2025': [] }
    for (const [set, layer] of Object.entries(layerOfSet) as [keyof typeof layerOfSet, LayerId][]) {
      const units = await getLayer(layer, today)
      engine.addUnits(set, toEngineUnits(units))
      codesOf[set] = getUnitFeatures(units).map(({ properties }) => properties.code)
    }
  })

  /** The engine holds the villages of today; A is asked of those. */
  const anyPair = fc
    .tuple(anyQuestion, anyQuestion, fc.constantFrom(...unitSets), fc.constantFrom(...weights))
    .map(([a, b, by, weight]) => ({ a: a.as_of < mergedOn ? { ...a, as_of: today } : a, b, by, weight }))

  it('gains and loses in the browser what the database counts, in every unit', async () => {
    for (const { a, b, by, weight } of fc.sample(anyPair, { numRuns: 120, seed: 7 })) {
      const what = JSON.stringify({ a, b, by, weight })
      const { comparison } = engine.compare({
        a,
        b,
        unit_set: by,
        weight,
        villages_of_b: b.as_of < mergedOn ? 'other' : 'held',
      })
      const counted = await countDifferences(db, { a, b, by })
      const found = codesOf[by].map((code, unit) => ({ code, ...toCounts(comparison.units[unit]!) }))
      expect(
        found.filter(({ gained, lost }) => gained + lost > 0).sort((x, y) => (x.code < y.code ? -1 : 1)),
        what,
      ).toEqual(counted)
      for (const side of ['a', 'b'] as const) {
        const shares = await listUnitCoverage(db, { ...(side === 'a' ? a : b), by, weight })
        const shown = codesOf[by].map((code, unit) => ({ code, ...comparison.units[unit]![side] }))
        expect(shown, `${side} of ${what}`).toEqual(shares.map(({ name: _, kind: __, ...share }) => share))
      }
    }
  })

  it('meets gains, losses, villages outside of a question and villages that are gone', () => {
    const pairs = fc.sample(anyPair, { numRuns: 120, seed: 7 })
    const met = new Set<string>()
    for (const { a, b, by, weight } of pairs) {
      const villages_of_b = b.as_of < mergedOn ? 'other' : 'held'
      const { changes, states_a, states_b } = engine.compare({
        a,
        b,
        unit_set: by,
        weight,
        villages_of_b,
      }).comparison
      for (const change of changes) met.add(villageChanges[change]!)
      if (states_a.includes(4)) met.add('outside')
      if (states_b.includes(5)) met.add('gone')
    }
    expect([...met].sort()).toEqual([...villageChanges, 'gone', 'outside'].sort())
  })
})

function toCounts({ changes: { gained, lost } }: UnitComparison) {
  return {
    gained: gained.villages,
    gained_households: gained.households,
    gained_population: gained.population,
    lost: lost.villages,
    lost_households: lost.households,
    lost_population: lost.population,
  }
}
