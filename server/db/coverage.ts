/** Which share of each unit of a set is covered? The question of core/coverage, asked of the database in one statement. */
import type { Coverage } from '../../core/api/coverage.ts'
import type { Question, UnitSet, Weight } from '../../core/coverage/question.ts'
import { toServices } from '../../core/coverage/states.ts'
import type { Client } from './database.ts'
import { existsOn, selectHeldStatements } from './held-statements.ts'
import { listPopulationConditions } from './population.ts'
import { createSqlParameters } from './sql-parameters.ts'

export interface CoverageQuestion extends Question {
  readonly by: UnitSet
  readonly weight: Weight
}

export type UnitCoverage = Coverage['units'][number]

/** A village counts in the units stored with it, so that one place decides for every question where it lies. */
const unitCodes: Readonly<Record<UnitSet, string>> = {
  province: `(select code from admin_units where unit_set = 'province' order by code limit 1)`,
  district: 'v.district_code',
  commune: 'v.commune_code',
  'commune-2025': 'v.commune_2025_code',
}

const weightOfVillage: Readonly<Record<Weight, string>> = {
  villages: '1',
  households: 'coalesce(v.households, 0)',
  population: 'coalesce(v.population, 0)',
}

/** Shares of every unit of the set, by code; a unit without villages has a total of 0 and no percentage. */
export function listUnitCoverage(client: Client, question: CoverageQuestion): Promise<UnitCoverage[]> {
  const { bind, values } = createSqlParameters()
  const { by, weight, as_of } = question
  const held = selectHeldStatements(bind, { ...question, services: toServices(question.service) })
  const sql = `
with held as (${held}
), united as (
  select village_id, max(state) as state
  from held
  group by village_id
), counted as (
  select
    ${unitCodes[by]} as unit_code,
    ${weightOfVillage[weight]} as weight,
    coalesce(united.state, 0) as state
  from villages v
  left join united on united.village_id = v.id
  where ${[existsOn(bind(as_of, 'date')), ...listPopulationConditions(bind, question)].join('\n    and ')}
), summed as (
  select
    unit_code,
    coalesce(sum(weight) filter (where state = 3), 0) as covered,
    coalesce(sum(weight) filter (where state = 2), 0) as partial,
    coalesce(sum(weight) filter (where state = 1), 0) as not_covered,
    coalesce(sum(weight) filter (where state = 0), 0) as unknown,
    sum(weight) as total
  from counted
  group by unit_code
)
select
  u.code,
  u.name,
  u.kind,
  coalesce(summed.covered, 0) as covered,
  coalesce(summed.partial, 0) as partial,
  coalesce(summed.not_covered, 0) as not_covered,
  coalesce(summed.unknown, 0) as unknown,
  coalesce(summed.total, 0) as total,
  case when summed.total > 0
    then summed.covered::double precision / summed.total::double precision * 100
  end as percent
from admin_units u
left join summed on summed.unit_code = u.code
where u.unit_set = ${bind(by, 'text')}
order by u.code`
  return client.query<UnitCoverage>(sql, values)
}
