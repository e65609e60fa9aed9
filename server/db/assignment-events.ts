/** What happened to an assigned village, step by step? Written once, read by whom it concerned. */
import type { AssignmentEvent } from '../../core/api/assignments.ts'
import type { Client, Row } from './database.ts'

/** The oldest first; a carrier reads those that were its own. */
export function listAssignmentEvents(client: Client, assignment_id: number): Promise<AssignmentEvent[]> {
  return client.query<Row & AssignmentEvent>(
    `${selectEvents}
where e.assignment_id = $1::integer
order by e.id`,
    [assignment_id],
  )
}

/** One that the reader has just written or found: it is there. */
export async function getAssignmentEvent(client: Client, id: number): Promise<AssignmentEvent> {
  const [event] = await client.query<Row & AssignmentEvent>(
    `${selectEvents}
where e.id = $1::bigint`,
    [id],
  )
  if (event === undefined) throw new Error('A step is not read by who took it')
  return event
}

const selectEvents = `
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
left join user_names u on u.id = e.actor_id`

export type KeyedEvent = Pick<AssignmentEvent, 'id' | 'move' | 'details'> & { readonly assignment_id: number }

/** Which step somebody has taken under a key of their own; null: none. */
export async function findKeyedEvent(
  client: Client,
  { actor_id, key }: { readonly actor_id: number | null; readonly key: string },
): Promise<KeyedEvent | null> {
  const [event] = await client.query<Row & KeyedEvent>(
    `
select e.id, e.assignment_id, e.move, e.details
from assignment_events e
where e.actor_id = $1::integer
  and e.request_key = $2::uuid`,
    [actor_id, key],
  )
  return event ?? null
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
  /** By which its actor names it, and nobody else; null or absent: sent once. */
  readonly request_key?: string | null
}

/** In the order of the list. @returns their ids; without those whose key its actor has used before */
export async function insertAssignmentEvents(client: Client, events: readonly NewEvent[]): Promise<number[]> {
  const written = await client.query<{ id: number }>(insertEvents, [JSON.stringify(events)])
  if (written.length !== events.length && events.every(({ request_key = null }) => request_key === null)) {
    throw new Error('A step was not written')
  }
  return written.map(({ id }) => id)
}

const insertEvents = `
insert into assignment_events (
  assignment_id, carrier_code, actor_id, actor_role, move, from_state, to_state, details, statement_ids, request_key
)
select
  r.assignment_id, r.carrier_code, r.actor_id, r.actor_role, r.move, r.from_state, r.to_state, r.details, r.statement_ids,
  r.request_key
from rows from (
  jsonb_to_recordset($1::jsonb) as (
    assignment_id integer, carrier_code text, actor_id integer, actor_role text, move text, from_state text, to_state text,
    details jsonb, statement_ids bigint[], request_key uuid
  )
) with ordinality as r (
  assignment_id, carrier_code, actor_id, actor_role, move, from_state, to_state, details, statement_ids, request_key, position
)
order by r.position
on conflict (actor_id, request_key) where request_key is not null do nothing
returning id`
