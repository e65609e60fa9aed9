/** Which plans of trial sites may the actor see, and how is one kept? */
import type { PlanFields, PlanRecord } from '../../core/api/plans.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'

const selectPlans = `
select
  p.id,
  p.name,
  p.note,
  p.service,
  p.visibility,
  p.sites,
  p.retired,
  p.version,
  p.changed_at,
  u.display_name as owner,
  coalesce(p.owner_id = (select app_user_id()), false) as is_own
from plans p
left join user_names u on u.id = p.owner_id`

/** One's own and the shared ones, the latest changed first. */
export function listPlans(client: Client): Promise<PlanRecord[]> {
  return client.query<Row & PlanRecord>(
    `${selectPlans}
where not p.retired
order by p.changed_at desc, p.id desc
limit 500`,
  )
}

export async function findPlan(client: Client, id: number): Promise<PlanRecord | null> {
  const [plan] = await client.query<Row & PlanRecord>(
    `${selectPlans}
where p.id = $1::integer`,
    [id],
  )
  return plan ?? null
}

/** Its row is kept for this transaction; null where it is not the actor's. */
export async function findPlanToWrite(client: Client, id: number): Promise<PlanRecord | null> {
  const [kept] = await client.query<{ id: number }>(
    `
select p.id
from plans p
where p.id = $1::integer
  and p.owner_id = (select app_user_id())
for update`,
    [id],
  )
  return kept === undefined ? null : findPlan(client, id)
}

/** @returns its number */
export async function insertPlan(client: Client, plan: PlanFields, owner_id: number): Promise<number> {
  const [created] = await client.query<{ id: number }>(
    `
insert into plans (name, note, owner_id, service, visibility, sites)
values ($1::text, $2::text, $3::integer, $4::text, $5::text, $6::jsonb)
returning id`,
    [plan.name, plan.note, owner_id, plan.service, plan.visibility, JSON.stringify(plan.sites)],
  )
  if (created === undefined) throw new Error('A plan was not written')
  return created.id
}

export async function writePlan(client: Client, id: number, plan: PlanFields): Promise<void> {
  const [written] = await client.query<{ id: number }>(
    `
update plans
set
  name = $2::text,
  note = $3::text,
  service = $4::text,
  visibility = $5::text,
  sites = $6::jsonb,
  retired = $7::boolean,
  version = version + 1,
  changed_at = now()
where id = $1::integer
returning id`,
    [id, plan.name, plan.note, plan.service, plan.visibility, JSON.stringify(plan.sites), plan.retired],
  )
  if (written === undefined) throw new Error('A plan was not written')
}

/** The first of the sites that lies outside the province; null where all lie in it. */
export async function findSiteOutside(
  client: Client,
  sites: PlanFields['sites'],
): Promise<{ readonly lng: number; readonly lat: number } | null> {
  const [outside] = await client.query<{ lng: number; lat: number }>(
    `
select s.lng, s.lat
from jsonb_to_recordset($1::jsonb) as s (lng double precision, lat double precision)
where not exists (
  select
  from admin_units a
  where a.unit_set = 'province'
    and st_covers(a.geom, st_setsrid(st_makepoint(s.lng, s.lat), 4326))
)
limit 1`,
    [JSON.stringify(sites)],
  )
  return outside ?? null
}

/** Of a private plan the log keeps that it was changed, and nothing that is in it: others read the log. */
export function toPlanEntry({ action, id, before, after, request_id }: WrittenPlan): AuditEntry {
  return {
    action,
    noun: 'plans',
    noun_id: String(id),
    ...(before === null ? {} : { before: toLogged(before) }),
    after: toLogged(after),
    request_id,
  }
}

export interface WrittenPlan {
  readonly action: 'create' | 'update' | 'retire'
  readonly id: number
  /** Null where it is new. */
  readonly before: PlanFields | null
  readonly after: PlanFields
  readonly request_id: string
}

function toLogged({ name, note, service, visibility, sites, retired }: PlanFields): object {
  if (visibility === 'private') return { visibility, retired }
  return { name, note, service, visibility, sites, retired }
}
