import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import {
  askedAssigneds,
  askedPowers,
  unitSets,
  weights,
  type Question,
} from '../../../core/coverage/question.ts'
import type { UnitShare } from '../../../core/coverage/share.ts'
import { askedBases, askedServices } from '../../../core/coverage/states.ts'
import type { FeatureCollection } from '../../../core/geo.ts'
import { listUnitCoverage } from '../../../server/db/coverage.ts'
import type { Database } from '../../../server/db/database.ts'
import { listLayerRows, type LayerRow } from '../../../server/db/layer-rows.ts'
import { listVillageServices } from '../../../server/db/village-services.ts'
import { toEngineUnits, toEngineVillages } from '../../../web/state/units.ts'
import { createEngine, type Engine } from '../../../web/workers/engine.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { unsettleSample } from '../../helpers/unsettle-sample.ts'

const today = '2026-01-15'

const anyAsked = fc.record({
  question: fc.record({
    service: fc.constantFrom(...askedServices),
    carrier: fc.option(fc.constantFrom('viettel', 'vnpt', 'mobifone')),
    basis: fc.constantFrom(...askedBases),
    as_of: fc.constantFrom('2020-10-31', '2020-12-31', '2021-01-31', '2021-02-01', '2021-03-01', today),
    partial_from: fc.option(fc.constantFrom(0, 0.3, 0.5, 0.8)),
    power: fc.constantFrom(...askedPowers),
    assigned: fc.constantFrom(...askedAssigneds),
  }) satisfies fc.Arbitrary<Question>,
  unit_set: fc.constantFrom(...unitSets),
  weight: fc.constantFrom(...weights),
})

describeDatabases('the browser’s engine and the server’s SQL', ({ openSampleDatabase }) => {
  let db: Database
  let engine: Engine

  beforeAll(async () => {
    db = await openSampleDatabase()
    await unsettleSample(db)
    engine = await createEngineOf(db)
  })

  it('agree on every share, whatever is asked, with villages on borders, pinned and without a position', async () => {
    const met = { narrowed: 0, local: 0, partial: 0 }
    await fc.assert(
      fc.asyncProperty(anyAsked, async ({ question, unit_set, weight }) => {
        const answer = engine.ask({ question, unit_set, weight })
        const units = await listUnitCoverage(db, { ...question, by: unit_set, weight })
        expect(answer.shares.map(toComparable)).toEqual(units.map(toComparable))
        const [province] = await listUnitCoverage(db, { ...question, by: 'province', weight })
        expect(toComparable(answer.province)).toEqual(toComparable(province!))
        met.narrowed += Number(answer.in_question?.includes(0) ?? false)
        met.local += Number(question.basis === 'local' && answer.province.covered > 0)
        met.partial += Number(answer.province.partial > 0)
      }),
      { numRuns: 150 },
    )
    for (const [kind, times] of Object.entries(met)) expect(times, kind).toBeGreaterThan(0)
  })

  it('agree on what “2G only”, “nothing at all” and “neither fibre nor 4G” leave', async () => {
    for (const service of ['2g-only', 'any', 'fibre-or-4g'] as const) {
      const question = {
        service,
        carrier: null,
        basis: 'strongest',
        as_of: today,
        partial_from: null,
        power: 'none',
        assigned: 'any',
      } as const
      const { province } = engine.ask({ question, unit_set: 'province', weight: 'villages' })
      const [counted] = await listUnitCoverage(db, { ...question, by: 'province', weight: 'villages' })
      expect(counted).toMatchObject({ not_covered: province.not_covered, total: province.total })
      expect(province.not_covered, service).toBeGreaterThan(0)
      expect(province.total, service).toBeLessThan(1_445)
    }
  })
})

function toComparable({ covered, partial, not_covered, unknown, total, percent }: UnitShare) {
  return { covered, partial, not_covered, unknown, total, percent }
}

/** What the page gives its worker: layers and statements as they are served. */
async function createEngineOf(db: Database): Promise<Engine> {
  const request = { as_of: today }
  const load = async (id: 'villages' | 'districts' | 'communes' | 'communes-2025') =>
    toCollection(await listLayerRows(db, id, request))
  const engine = createEngine()
  engine.load(toEngineVillages(await load('villages')), await listVillageServices(db, request))
  engine.addUnits('district', toEngineUnits(await load('districts')))
  engine.addUnits('commune', toEngineUnits(await load('communes')))
  engine.addUnits('commune-2025', toEngineUnits(await load('communes-2025')))
  return engine
}

function toCollection(rows: readonly LayerRow[]): FeatureCollection {
  const features = rows.map(({ feature_id, geometry, ...properties }) => ({
    type: 'Feature',
    id: feature_id,
    geometry: JSON.parse(geometry ?? 'null') as unknown,
    properties,
  }))
  return { type: 'FeatureCollection', features } as unknown as FeatureCollection
}
