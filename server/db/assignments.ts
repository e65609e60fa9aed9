/** Which villages are assigned to whom, and how far are they? The rows as everybody reads them, the rest as the reader may. */
import type { AssignmentFilter, AssignmentProgress, AssignmentRecord } from '../../core/api/assignments.ts'
import { stateOfAssigned } from './assignment-rows.ts'
import { progressColumns } from './assignment-standing.ts'
import type { Client, Row } from './database.ts'
import { toStateName } from './held-statements.ts'
import { hasText, toWhere } from './layer-request.ts'
import { createSqlParameters, type Bind } from './sql-parameters.ts'
import { selectVillageStates } from './village-rows.ts'

export interface AssignmentsQuestion {
  readonly filter: AssignmentFilter
  /** Only these rows. */
  readonly ids?: readonly number[]
  /** ISO date: the statements that hold on it. */
  readonly today: string
}

/** The latest act first, its rows in their order. */
export async function listAssignments(
  client: Client,
  { filter, ids, today }: AssignmentsQuestion,
): Promise<AssignmentRecord[]> {
  const { bind, values } = createSqlParameters()
  const rows = await client.query<AssignmentRow>(
    `${selectRows(bind, today)}
${toWhere([
  ...listConditions(bind, filter),
  ids === undefined ? undefined : `a.id = any (${bind(ids, 'integer[]')})`,
])}
order by l.issued_on desc nulls last, a.act_code, a.row_no`,
    values,
  )
  return rows.map(toRecord)
}

/** Null where there is no such row. */
export async function findAssignment(
  client: Client,
  { id, today }: { readonly id: number; readonly today: string },
): Promise<AssignmentRecord | null> {
  const [found] = await listAssignments(client, { ids: [id], today, filter: { include: 'all' } })
  return found ?? null
}

function listConditions(bind: Bind, filter: AssignmentFilter): (string | undefined)[] {
  return [
    filter.include === 'all' ? undefined : 'a.withdrawn_by is null and a.replaced_by is null',
    hasText(bind, 'a.act_code', filter.act),
    hasText(bind, 'a.carrier_code', filter.carrier),
    hasText(bind, 'v.district_code', filter.district_code),
    hasText(bind, 'p.state', filter.state),
    hasText(bind, 'p.blocker', filter.blocker),
  ]
}

/** Of what the reader may not see the policies leave nothing to join. */
function selectRows(bind: Bind, today: string): string {
  return `
with states as (${selectVillageStates(bind, today)}
)
select
  a.id,
  a.act_code,
  l.id as act_id,
  l.title as act_title,
  l.number as act_number,
  l.issued_on as act_issued_on,
  a.row_no,
  a.village_printed,
  a.commune_printed,
  a.district_printed,
  a.village_id,
  v.name as village_name,
  v.district_code,
  coalesce(district.name, v.district_code) as district_name,
  v.commune_code,
  coalesce(commune.name, v.commune_code) as commune_name,
  v.commune_2025_code,
  v.households,
  v.population,
  v.grid_power,
  v.road_access,
  a.carrier_code,
  a.service,
  a.built_due_on,
  a.due_on,
  a.withdrawn_by,
  a.replaced_by,
  ${toStateName(stateOfAssigned)} as coverage_state,
  a.is_sample,
  ${progressColumns}
from assignments a
join legal_acts l on l.code = a.act_code
left join villages v on v.id = a.village_id
left join states w on w.village_id = v.id
left join admin_units district on district.unit_set = 'district' and district.code = v.district_code
left join admin_units commune on commune.unit_set = 'commune' and commune.code = v.commune_code
left join assignment_progress p on p.assignment_id = a.id`
}

type AssignmentRow = Row &
  Omit<AssignmentRecord, 'progress'> &
  Omit<AssignmentProgress, 'state'> & { readonly state: AssignmentProgress['state'] | null }

function toRecord(row: AssignmentRow): AssignmentRecord {
  const {
    state,
    blocker,
    text,
    technologies,
    built_promised_on,
    on_air_promised_on,
    built_on,
    on_air_on,
    reason,
    local_asked_at,
    local_answer,
    local_answered_on,
    submitted_at,
    decided_at,
    version,
    ...told
  } = row
  if (state === null) return { ...told, progress: null }
  const promised = { built_promised_on, on_air_promised_on, built_on, on_air_on }
  const local = { local_asked_at, local_answer, local_answered_on }
  const decided = { reason, submitted_at, decided_at, version }
  return { ...told, progress: { state, blocker, text, technologies, ...promised, ...local, ...decided } }
}
