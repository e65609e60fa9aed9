/** How much does each layer hold, from which source and date? */
import type { LayerId } from '../../core/inventory/layers.ts'
import type { Client, Row } from './database.ts'
import { existsOn } from './held-statements.ts'

export type LayerFacts = Row & {
  readonly id: LayerId
  readonly count: number
  readonly source: string | null
  readonly date: string | null
  readonly is_sample: boolean
}

/** Layers of units and the base map carry documents as sources; the others come from the data set. */
const selectLayerFacts = `
with unit_facts as (
  select
    case u.unit_set
      when 'district' then 'districts'
      when 'commune' then 'communes'
      when 'commune-2025' then 'communes-2025'
      else u.unit_set
    end as id,
    count(*) as count,
    string_agg(distinct source.title, '; ') as source,
    coalesce(max(source.issued_on), max(u.valid_from)) as date,
    false as is_sample
  from admin_units u
  left join sources source on source.code = u.source_code
  group by u.unit_set
), base_map_facts as (
  select
    'base-map' as id,
    count(*) as count,
    string_agg(distinct source.title, '; ') as source,
    max(source.issued_on) as date,
    false as is_sample
  from base_map_features b
  left join sources source on source.code = b.source_code
), village_facts as (
  select
    'villages' as id,
    count(*) as count,
    (select title from data_state) as source,
    (
      select max(observed_on)
      from village_services
      where observed_on <= $1::date
        and withdrawn_at is null
    ) as date,
    coalesce(bool_or(is_sample), false) as is_sample
  from villages v
  where ${existsOn('$1::date')}
), seen_sites as (
  select id, power_source = 'generator' and status = 'live' as is_generator_site, is_sample
  from visible_sites
), site_facts as (
  select
    layer.id,
    count(s.id) as count,
    (select title from data_state) as source,
    (select max(on_air_on) from visible_stations where on_air_on <= $1::date) as date,
    coalesce(bool_or(s.is_sample), false) as is_sample
  from (values ('sites'), ('generator-sites')) as layer (id)
  left join seen_sites s on layer.id = 'sites' or s.is_generator_site
  group by layer.id
), cable_route_facts as (
  select
    'cable-routes' as id,
    count(*) as count,
    (select title from data_state) as source,
    max(built_on) as date,
    coalesce(bool_or(is_sample), false) as is_sample
  from cable_routes
  where status = 'live'
), facility_facts as (
  select
    'facilities' as id,
    count(*) as count,
    (select title from data_state) as source,
    null::date as date,
    coalesce(bool_or(is_sample), false) as is_sample
  from facilities
  where status = 'live'
), assignment_facts as (
  select
    'assignments' as id,
    count(*) as count,
    string_agg(distinct l.title, '; ') as source,
    max(l.issued_on) as date,
    coalesce(bool_or(a.is_sample or v.position_is_sample), false) as is_sample
  from assignments a
  join legal_acts l on l.code = a.act_code
  left join villages v on v.id = a.village_id
  where a.withdrawn_by is null
    and a.replaced_by is null
)
select id, count, source, date, is_sample from unit_facts
union all
select id, count, source, date, is_sample from base_map_facts
union all
select id, count, source, date, is_sample from village_facts
union all
select id, count, source, date, is_sample from site_facts
union all
select id, count, source, date, is_sample from cable_route_facts
union all
select id, count, source, date, is_sample from facility_facts
union all
select id, count, source, date, is_sample from assignment_facts`

/** A layer of units that the province does not have is left out. */
export function listLayerFacts(client: Client, today: string): Promise<LayerFacts[]> {
  return client.query<LayerFacts>(selectLayerFacts, [today])
}
