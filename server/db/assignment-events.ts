/** What happened to an assigned village, step by step? Written once, read by whom it concerned. */
import type { AssignmentEvent } from '../../core/api/assignments.ts'
import type { Client, Row } from './database.ts'

/** The oldest first; a carrier reads those that were its own. */
export function listAssignmentEvents(client: Client, assignment_id: number): Promise<AssignmentEvent[]> {
  return client.query<Row & AssignmentEvent>(
    `
select
  e.id,
  e.at,
  u.display_name as actor,
  e.actor_role,
  e.move,
  e.from_state,
  e.to_state,
  e.details,
  e.statement_ids
from assignment_events e
left join user_names u on u.id = e.actor_id
where e.assignment_id = $1::integer
order by e.id`,
    [assignment_id],
  )
}

export interface NewEvent {
  readonly assignment_id: number
  readonly carrier_code: string
  readonly actor_id: number | null
  readonly actor_role: string
  /** Of the table of moves, or what a later act did. */
  readonly move: string
  readonly from_state: string
  readonly to_state: string
  readonly details: object
  readonly statement_ids: readonly number[]
}

/** In the order of the list. */
export async function insertAssignmentEvents(client: Client, events: readonly NewEvent[]): Promise<void> {
  const written = await client.query<{ id: number }>(insertEvents, [JSON.stringify(events)])
  if (written.length !== events.length) throw new Error('A step was not written')
}

const insertEvents = `
insert into assignment_events (
  assignment_id, carrier_code, actor_id, actor_role, move, from_state, to_state, details, statement_ids
)
select
  r.assignment_id, r.carrier_code, r.actor_id, r.actor_role, r.move, r.from_state, r.to_state, r.details, r.statement_ids
from rows from (
  jsonb_to_recordset($1::jsonb) as (
    assignment_id integer, carrier_code text, actor_id integer, actor_role text, move text, from_state text, to_state text,
    details jsonb, statement_ids bigint[]
  )
) with ordinality as r (
  assignment_id, carrier_code, actor_id, actor_role, move, from_state, to_state, details, statement_ids, position
)
order by r.position
returning id`
