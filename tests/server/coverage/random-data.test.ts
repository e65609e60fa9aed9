import { beforeAll, expect, it } from 'vitest'
import { plainQuestion, unitSets, weights, type Question } from '../../../core/coverage/question.ts'
import { askedBases, askedServices } from '../../../core/coverage/states.ts'
import { listUnitCoverage } from '../../../server/db/coverage.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { madeUpCarriers } from '../../helpers/made-up-statements.ts'
import { askCore, loadCoreInputs, type CoreInputs } from './ask-core.ts'

const today = '2026-01-15'
const days = ['2019-04-30', '2020-12-31', '2021-01-01', today]

describeDatabases(
  'coverage on random data with unknowns, partials, ties and quarrels',
  ({ openDatabase }) => {
    let db: Database
    let inputs: CoreInputs

    beforeAll(async () => {
      db = await openDatabase()
      await fillMadeUpProvince(db, { seed: 20_211, villages: 70, statements: 1_000 })
      inputs = await loadCoreInputs(db, today)
    })

    it('meets every state and every kind of quarrel', () => {
      const states = new Set(inputs.villages.map((village) => village.mobile_3g))
      expect([...states].sort()).toEqual(['covered', 'not_covered', 'partial', 'unknown'])
    })

    for (const service of askedServices) {
      it(`gives the counts of the browser's engine for ${service}, however it is asked`, async () => {
        for (const question of listQuestions(service)) {
          for (const by of unitSets) {
            for (const weight of weights) {
              const units = await listUnitCoverage(db, { ...question, by, weight })
              const shares = units.map(({ code: _, name: __, kind: ___, ...share }) => share)
              expect(shares, JSON.stringify({ ...question, by, weight })).toEqual(
                askCore(inputs, question, by, weight),
              )
            }
          }
        }
      })
    }

    it('names every unit of the set, also one without villages', async () => {
      await db.query(`delete from village_services returning id`)
      await db.query(`delete from assignments returning id`)
      await db.query(`delete from villages where commune_2025_code = '70205' returning id`)
      const question = { ...plainQuestion, service: 'fibre' } as const
      const units = await listUnitCoverage(db, {
        ...question,
        as_of: today,
        by: 'commune-2025',
        weight: 'villages',
      })
      expect(units.map(({ code }) => code)).toEqual(['70101', '70199', '70205'])
      expect(units[2]).toMatchObject({ total: 0, covered: 0, unknown: 0, percent: null })
      expect(units[0]!.unknown).toBe(units[0]!.total)
    })
  },
)

function listQuestions(service: Question['service']): Question[] {
  return [null, ...madeUpCarriers].flatMap((carrier) =>
    askedBases.flatMap((basis) =>
      days.map((as_of, index) => ({
        service,
        carrier,
        basis,
        as_of,
        partial_from: [null, 0.5, 0.7][index % 3] ?? null,
        power: 'any' as const,
        assigned: 'any' as const,
      })),
    ),
  )
}
