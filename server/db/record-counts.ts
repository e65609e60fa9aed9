/** How many records of each list are there, and how many of them lack something? */
import { services } from '../../core/coverage/states.ts'
import type { RecordCounts } from '../../core/readiness/steps.ts'
import type { Client, Row } from './database.ts'

export async function countRecords(client: Client, today: string): Promise<RecordCounts> {
  const [counts] = await client.query<Row & RecordCounts>(selectCounts, [today, services.length])
  if (counts === undefined) throw new Error('count(*) returned no row')
  return counts
}

const selectCounts = `
with village as (
  select v.id, v.geom is null as has_no_position, v.households is null as has_no_households
  from villages v
  where v.valid_to is null
    or v.valid_to >= $1::date
),
said as (
  select distinct s.village_id, s.service
  from village_services s
  where s.withdrawn_at is null
)
select
  (select count(*) from admin_units u where u.unit_set = 'commune') as communes,
  (select count(*) from admin_units u where u.unit_set = 'commune-2025') as communes_2025,
  (select count(*) from village) as villages,
  (select count(*) from village v where v.has_no_position) as villages_without_position,
  (select count(*) from village v where v.has_no_households) as villages_without_households,
  (select count(*) from carriers) as carriers,
  (select count(*) from sites s where s.status <> 'retired') as sites,
  (
    select count(*)
    from sites s
    where s.status = 'live'
      and not exists (select from stations t where t.site_id = s.id)
  ) as sites_without_stations,
  (select count(*) from village_services s where s.withdrawn_at is null) as statements,
  (select count(*) from village v where not exists (select from said s where s.village_id = v.id)) as villages_without_statements,
  (select $2::integer - count(distinct s.service) from said s) as services_without_statements,
  (select count(*) from cable_routes r where r.status <> 'retired') as cable_routes,
  (select count(*) from legal_acts) as acts,
  (select count(*) from assignments a where a.withdrawn_by is null and a.replaced_by is null) as assignments,
  (
    select count(*)
    from assignments a
    where a.village_id is null
      and a.withdrawn_by is null
      and a.replaced_by is null
  ) as assignments_without_village,
  (select count(*) from indicator_values i where i.kind = 'actual' and i.withdrawn_at is null) as actuals,
  (select count(*) from indicator_values i where i.kind = 'target' and i.withdrawn_at is null) as targets,
  (select count(*) from facilities f where f.status <> 'retired') as facilities,
  (select count(*) from speed_results r where r.withdrawn_at is null) as speed_results`
