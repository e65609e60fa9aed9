/** How far is a row that somebody wants to take a step with? Kept for the transaction, and written back with its version. */
import type { AssignmentStanding } from '../../core/assignments/take-step.ts'
import type { PlannedService } from '../../core/coverage/states.ts'
import { AppError } from '../../core/errors.ts'
import type { Client, Row } from './database.ts'

export interface KeptAssignment {
  readonly id: number
  readonly act_code: string
  readonly row_no: number
  readonly carrier_code: string
  readonly service: PlannedService
  readonly village_id: number | null
  readonly withdrawn_by: string | null
  readonly replaced_by: number | null
  readonly district_code: string | null
  readonly commune_code: string | null
  readonly commune_2025_code: string | null
  readonly standing: AssignmentStanding
  readonly version: number
}

/** Everybody reads the row; how far it is, only whom the policies let write it. */
export async function keepAssignment(client: Client, id: number): Promise<KeptAssignment> {
  const [progress] = await client.query<Row & AssignmentStanding & { readonly version: number }>(
    selectProgress,
    [id],
  )
  // Read after it is kept: an act that takes the row back keeps it first as well.
  const [row] = await client.query<Row & Omit<KeptAssignment, 'standing' | 'version'>>(selectRow, [id])
  if (row === undefined) throw new AppError('assignment_not_found', { value: id })
  if (progress === undefined) throw new AppError('not_allowed', { value: id })
  const { version, ...standing } = progress
  return { ...row, standing, version }
}

const selectRow = `
select
  a.id,
  a.act_code,
  a.row_no,
  a.carrier_code,
  a.service,
  a.village_id,
  a.withdrawn_by,
  a.replaced_by,
  v.district_code,
  v.commune_code,
  v.commune_2025_code
from assignments a
left join villages v on v.id = a.village_id
where a.id = $1::integer`

/** How far an assignment is, of its progress `p`. */
export const progressColumns = `
  p.state,
  p.blocker,
  p.text,
  p.technologies,
  p.built_promised_on,
  p.on_air_promised_on,
  p.built_on,
  p.on_air_on,
  p.reason,
  p.local_asked_at,
  p.local_answer,
  p.local_answered_on,
  p.submitted_at,
  p.decided_at,
  p.version`

const selectProgress = `
select ${progressColumns}
from assignment_progress p
where p.assignment_id = $1::integer
for update`

/** @returns the version that it has now */
export async function writeStanding(
  client: Client,
  id: number,
  standing: AssignmentStanding,
): Promise<number> {
  const [written] = await client.query<{ version: number }>(updateProgress, [id, JSON.stringify(standing)])
  if (written === undefined) throw new Error('A step was not written')
  return written.version
}

const updateProgress = `
update assignment_progress p
set
  state = r.state,
  blocker = r.blocker,
  text = r.text,
  technologies = r.technologies,
  built_promised_on = r.built_promised_on,
  on_air_promised_on = r.on_air_promised_on,
  built_on = r.built_on,
  on_air_on = r.on_air_on,
  reason = r.reason,
  local_asked_at = r.local_asked_at,
  local_answer = r.local_answer,
  local_answered_on = r.local_answered_on,
  submitted_at = r.submitted_at,
  decided_at = r.decided_at,
  changed_at = now(),
  version = p.version + 1
from jsonb_to_record($2::jsonb) as r (
  state text, blocker text, text text, technologies text[], built_promised_on date, on_air_promised_on date, built_on date,
  on_air_on date, reason text, local_asked_at timestamptz, local_answer text, local_answered_on date,
  submitted_at timestamptz, decided_at timestamptz
)
where p.assignment_id = $1::integer
returning p.version`
