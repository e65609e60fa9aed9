/** What is known of one village? */
import type { VillageRecord } from '../../core/api/records.ts'
import type { Client, Row } from './database.ts'
import { listNearestSites } from './nearest-sites.ts'
import { createSqlParameters } from './sql-parameters.ts'
import { joinUnitNames, unitNames } from './unit-names.ts'
import { joinCommuneOfVillage, selectVillageStates, villageColumns, villagePosition } from './village-rows.ts'
import { listVillageStatements } from './village-statements.ts'

export interface VillageQuestion {
  readonly id: number
  /** ISO date: the statements that hold on it, the stations on air on it. */
  readonly today: string
}

/** Null where there is no such village. */
export async function findVillage(client: Client, question: VillageQuestion): Promise<VillageRecord | null> {
  const { bind, values } = createSqlParameters()
  const [village] = await client.query<
    Omit<
      VillageRecord,
      'statements' | 'nearest_sites' | 'assignments' | 'may' | 'predecessors' | 'successors'
    >
  >(
    `
with states as (${selectVillageStates(bind, question.today, question.id)}
)
select
  v.id,
  st_x(${villagePosition}) as lng,
  st_y(${villagePosition}) as lat,
  ${villageColumns},
  ${unitNames('v')},
  v.alt_names,
  v.commune_pin,
  v.valid_from,
  v.valid_to,
  v.source_code,
  v.observed_on,
  v.version
from villages v
left join states w on w.village_id = v.id
${joinCommuneOfVillage}
${joinUnitNames('v')}
where v.id = ${bind(question.id, 'integer')}`,
    values,
  )
  if (village === undefined) return null
  return {
    ...village,
    may: [],
    predecessors: await listRelatives(client, question.id, 'predecessors'),
    successors: await listRelatives(client, question.id, 'successors'),
    statements: await listVillageStatements(client, question),
    nearest_sites: await listNearestSites(client, question),
    assignments: await listAssignmentsOf(client, question.id),
  }
}

type Relative = Row & VillageRecord['predecessors'][number]

/** A village whose making was taken back ended before it began: it has followed nobody. */
function listRelatives(
  client: Client,
  village_id: number,
  which: 'predecessors' | 'successors',
): Promise<Relative[]> {
  const [own, other] =
    which === 'successors' ? ['predecessor_id', 'successor_id'] : ['successor_id', 'predecessor_id']
  return client.query<Relative>(
    `
select o.id, o.code, o.name
from village_lineage l
join villages o on o.id = l.${other}
join villages s on s.id = l.successor_id
where l.${own} = $1::integer
  and not coalesce(s.valid_to < s.valid_from, false)
order by o.id`,
    [village_id],
  )
}

type AssignmentRow = Row & VillageRecord['assignments'][number]

function listAssignmentsOf(client: Client, village_id: number): Promise<AssignmentRow[]> {
  return client.query<AssignmentRow>(
    `
select
  a.id,
  a.act_code,
  l.title as act_title,
  a.row_no,
  a.carrier_code,
  a.service,
  a.due_on,
  a.village_printed,
  a.commune_printed
from assignments a
join legal_acts l on l.code = a.act_code
where a.village_id = $1::integer
  and a.withdrawn_by is null
  and a.replaced_by is null
order by a.act_code, a.row_no`,
    [village_id],
  )
}
