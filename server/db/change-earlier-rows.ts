/** What does a later act change in the rows of earlier ones? Their days, whether they still hold, or which row is in their place. */
import type { NewAct } from '../../core/api/assignments.ts'
import { insertAssignmentEvents } from './assignment-events.ts'
import type { ActWork } from './create-act.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'

type ActChange = NonNullable<NewAct['changes']>[number]

/** As the events call what each kind of change does. */
const moveOf = {
  amend: 'amended',
  withdraw: 'withdrawn',
  replace: 'reassigned',
} as const satisfies Readonly<Record<ActChange['kind'], string>>

interface EarlierRow extends Row {
  readonly id: number
  readonly state: string
  readonly carrier_code: string
  readonly built_due_on: string | null
  readonly due_on: string | null
  /** The row of the new act, for `replace`. */
  readonly by_id: number | null
  readonly district_code: string | null
  readonly commune_code: string | null
  readonly commune_2025_code: string | null
}

/** Each change has been checked; its step belongs to whom the row was assigned to. */
export async function changeEarlierRows(client: Client, work: ActWork): Promise<AuditEntry[]> {
  const { act, actor, request_id } = work
  const changes = act.changes ?? []
  if (changes.length === 0) return []
  const rows = await client.query<EarlierRow>(keepRows, [JSON.stringify(changes), act.code])
  if (rows.length !== changes.length) throw new Error('A row that an act changes is not there')
  const found = changes.map((change, at) => ({ change, row: rows[at]! }))
  const written = found.map(({ change, row }) => toWritten(act.code, change, row))
  await client.query<{ id: number }>(updateRows, [JSON.stringify(written)])
  await insertAssignmentEvents(
    client,
    found.map(({ change, row }) => ({
      assignment_id: row.id,
      carrier_code: row.carrier_code,
      actor_id: actor.user_id,
      actor_role: actor.role,
      move: moveOf[change.kind],
      from_state: row.state,
      to_state: row.state,
      details: toDetails(act.code, change, row),
      statement_ids: [],
    })),
  )
  return found.map(({ change, row }, at) => ({
    action: moveOf[change.kind],
    noun: 'assignments',
    noun_id: String(row.id),
    before: {
      id: row.id,
      built_due_on: row.built_due_on,
      due_on: row.due_on,
      withdrawn_by: null,
      replaced_by: null,
    },
    after: written[at],
    request_id,
    carrier_code: row.carrier_code,
    district_code: row.district_code,
    commune_code: row.commune_code,
    commune_2025_code: row.commune_2025_code,
  }))
}

function toWritten(act_code: string, change: ActChange, row: EarlierRow) {
  return {
    id: row.id,
    built_due_on: change.built_due_on === undefined ? row.built_due_on : change.built_due_on,
    due_on: change.due_on === undefined ? row.due_on : change.due_on,
    withdrawn_by: change.kind === 'withdraw' ? act_code : null,
    replaced_by: row.by_id,
  }
}

/** What the carrier of the row is told. To whom it goes instead, the new row says, which is everybody's to read. */
function toDetails(act_code: string, change: ActChange, row: EarlierRow): object {
  if (change.kind !== 'amend') return { act_code }
  const { built_due_on, due_on } = toWritten(act_code, change, row)
  return { act_code, built_due_on, due_on, former_built_due_on: row.built_due_on, former_due_on: row.due_on }
}

const changesOf = `rows from (
  jsonb_to_recordset($1::jsonb) as (act_code text, row_no integer, kind text, by_row_no integer)
) with ordinality as r (act_code, row_no, kind, by_row_no, position)`

// Whoever takes a step keeps the same row of the progress.
const keepRows = `
select
  a.id, p.state, a.carrier_code, a.built_due_on, a.due_on, by_row.id as by_id, v.district_code, v.commune_code,
  v.commune_2025_code
from ${changesOf}
join assignments a on a.act_code = r.act_code and a.row_no = r.row_no
join assignment_progress p on p.assignment_id = a.id
left join villages v on v.id = a.village_id
left join assignments by_row on r.kind = 'replace' and by_row.act_code = $2::text and by_row.row_no = r.by_row_no
order by r.position
for update of p`

const updateRows = `
update assignments a
set
  built_due_on = r.built_due_on,
  due_on = r.due_on,
  withdrawn_by = r.withdrawn_by,
  replaced_by = r.replaced_by
from jsonb_to_recordset($1::jsonb) as r (
  id integer, built_due_on date, due_on date, withdrawn_by text, replaced_by integer
)
where a.id = r.id
returning a.id`
