/** What was gained and lost between two questions, counted by the database alone. */
import type { Question, UnitSet } from '../../../core/coverage/question.ts'
import { toServices } from '../../../core/coverage/states.ts'
import type { Client, Row } from '../../../server/db/database.ts'
import { existsOn, selectHeldStatements } from '../../../server/db/held-statements.ts'
import { listPopulationConditions } from '../../../server/db/population.ts'
import { createSqlParameters, type Bind } from '../../../server/db/sql-parameters.ts'

export type UnitDifferences = Row & {
  readonly code: string
  readonly gained: number
  readonly gained_households: number
  readonly gained_population: number
  readonly lost: number
  readonly lost_households: number
  readonly lost_population: number
}

const unitCodes: Readonly<Record<Exclude<UnitSet, 'province'>, string>> = {
  district: 'v.district_code',
  commune: 'v.commune_code',
  'commune-2025': 'v.commune_2025_code',
}

/** By code; units where nothing differs are left out. */
export function countDifferences(
  client: Client,
  { a, b, by }: { readonly a: Question; readonly b: Question; readonly by: UnitSet },
): Promise<UnitDifferences[]> {
  const { bind, values } = createSqlParameters()
  const unitCode =
    by === 'province' ? `(select code from admin_units where unit_set = 'province')` : unitCodes[by]
  return client.query<UnitDifferences>(
    `
with covered_a as (${selectCovered(bind, a)}), covered_b as (${selectCovered(bind, b)})
select
  ${unitCode} as code,
  count(*) filter (where a.id is null) as gained,
  coalesce(sum(v.households) filter (where a.id is null), 0) as gained_households,
  coalesce(sum(v.population) filter (where a.id is null), 0) as gained_population,
  count(*) filter (where b.id is null) as lost,
  coalesce(sum(v.households) filter (where b.id is null), 0) as lost_households,
  coalesce(sum(v.population) filter (where b.id is null), 0) as lost_population
from villages v
left join covered_a a on a.id = v.id
left join covered_b b on b.id = v.id
where (a.id is null) <> (b.id is null)
group by 1
order by 1`,
    values,
  )
}

function selectCovered(bind: Bind, question: Question): string {
  const held = selectHeldStatements(bind, { ...question, services: toServices(question.service) })
  const counts = [existsOn(bind(question.as_of, 'date')), ...listPopulationConditions(bind, question)]
  return `
  select v.id
  from villages v
  where ${counts.join(' and ')}
    and v.id in (select held.village_id from (${held}) held where held.state = 3)`
}
