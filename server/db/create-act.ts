/** How does a legal act come in? With its rows and with what it changes in earlier ones: all of it or nothing, and only once. */
import type { NewAct } from '../../core/api/assignments.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'
import { requireValidRows } from './act-problems.ts'
import { changeEarlierRows } from './change-earlier-rows.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'

export interface ActWork {
  readonly act: NewAct
  readonly actor: Actor
  readonly request_id: string
}

/** @returns the entries of the audit log: that of the act, then one of each earlier row that it changes */
export async function createAct(client: Client, work: ActWork): Promise<readonly AuditEntry[]> {
  const { act, request_id } = work
  // Of two who send it at once the second waits here, and is told that it is there.
  if (!(await insertAct(client, act))) throw new AppError('act_exists', { field: 'code', value: act.code })
  await requireValidRows(client, act)
  await insertRows(client, act)
  const entries = await changeEarlierRows(client, work)
  const { rows, changes = [], ...told } = act
  const entry = {
    action: 'import',
    noun: 'assignments',
    after: { ...told, rows: rows.length, changes: changes.length },
    request_id,
    units: await listUnits(client, act.code),
  }
  return [entry, ...entries]
}

/** False where there is such an act. */
async function insertAct(client: Client, act: NewAct): Promise<boolean> {
  const inserted = await client.query(
    `
insert into legal_acts (code, title, number, issuer, issued_on)
values ($1::text, $2::text, $3::text, $4::text, $5::date)
on conflict (code) do nothing
returning code`,
    [act.code, act.title, act.number ?? null, act.issuer ?? null, act.issued_on ?? null],
  )
  return inserted.length > 0
}

async function insertRows(client: Client, { code, rows }: NewAct): Promise<void> {
  const inserted = await client.query<{ id: number }>(insertAssignments, [code, JSON.stringify(rows)])
  if (inserted.length !== rows.length) throw new Error('Not every row of an act was written')
}

// Where each one stands before its first step, a trigger writes.
const insertAssignments = `
insert into assignments (
  act_code, row_no, village_printed, commune_printed, district_printed, carrier_code, service, built_due_on, due_on, village_id,
  is_sample
)
select
  $1::text, r.row_no, r.village_printed, r.commune_printed, r.district_printed, r.carrier_code, r.service, r.built_due_on,
  r.due_on, v.id, false
from jsonb_to_recordset($2::jsonb) as r (
  row_no integer, village_printed text, commune_printed text, district_printed text, carrier_code text, service text,
  built_due_on date, due_on date, village_code text
)
left join villages v on v.code = r.village_code
order by r.row_no
returning id`

async function listUnits(client: Client, act_code: string): Promise<readonly string[]> {
  const units = await client.query<{ unit: string }>(
    `
select distinct unit.unit_set || ':' || unit.code as unit
from assignments a
join villages v on v.id = a.village_id
cross join lateral (
  values ('district', v.district_code), ('commune', v.commune_code), ('commune-2025', v.commune_2025_code)
) as unit (unit_set, code)
where a.act_code = $1::text
order by unit`,
    [act_code],
  )
  return units.map(({ unit }) => unit)
}
