/** The sample with everything that makes counting hard: villages on borders, pinned, without position, power and acts of many days. */
import type { Database } from '../../server/db/database.ts'
import { selectCommuneOf } from '../../server/db/locate-units.ts'

/** Every n-th village, so that no village is unsettled twice in the same way. */
export async function unsettleSample(db: Database): Promise<void> {
  for (const statement of [moveToBorders, pinElsewhere, forgetPositions, unsettlePower, contradict, assign]) {
    const changed = await db.query<{ id: number }>(statement)
    if (changed.length === 0) throw new Error(`Nothing was changed by ${statement}`)
  }
}

/** On a corner that a commune shares with its neighbours; which has it, the one rule decides. */
const moveToBorders = `
with corners as (
  select row_number() over (order by u.code) as n, st_pointn(st_exteriorring(st_geometryn(u.geom, 1)), 3) as geom
  from admin_units u
  where u.unit_set = 'commune'
), moved as (
  select v.id, corners.geom
  from villages v
  join corners on corners.n = v.id / 12
  where v.id % 12 = 0
)
update villages v
set
  geom = moved.geom,
  located_by = 'position',
  commune_code = commune.code,
  district_code = commune.parent_code,
  commune_2025_code = commune.successor_code
from moved
cross join lateral (${selectCommuneOf('moved.geom')}
) commune
where v.id = moved.id
returning v.id`

const pinElsewhere = `
update villages v
set
  located_by = 'pin',
  commune_pin = commune.code,
  commune_code = commune.code,
  district_code = commune.parent_code,
  commune_2025_code = commune.successor_code
from (
  select row_number() over (order by code) as n, code, parent_code, successor_code
  from admin_units
  where unit_set = 'commune'
) commune
where v.id % 31 = 1
  and commune.n = v.id % 129 + 1
returning v.id`

const forgetPositions = `
update villages
set geom = null, located_by = 'label'
where id % 37 = 2
  and located_by = 'position'
returning id`

const unsettlePower = `
update villages
set
  grid_power = case id % 5 when 0 then null when 1 then false else true end,
  grid_power_since = case id % 7 when 0 then date '2021-02-01' when 1 then date '2020-12-31' end
where id % 3 = 0
returning id`

/** What several carriers say on several bases of one day and another, in part with a share of households. */
const contradict = `
insert into village_services (
  village_id, service, carrier_code, basis, state, households_share, observed_on, reported_by_local, is_sample
)
select
  v.id,
  (array['fibre', '2g', '3g', '4g', '5g'])[(v.id + k) % 5 + 1],
  (array['viettel', 'vnpt', 'mobifone'])[(v.id / 3 + k) % 3 + 1],
  (array['predicted', 'declared', 'measured', 'verified']::coverage_basis[])[(v.id / 2 + k) % 4 + 1],
  (array['not_covered', 'partial', 'covered'])[(v.id + k * 2) % 3 + 1],
  case when (v.id + k * 2) % 3 = 1 and k % 2 = 0 then ((v.id % 10) / 10.0) end,
  date '2020-11-01' + (v.id * 7 + k * 31) % 300,
  (v.id / 2 + k) % 4 = 3 and v.id % 2 = 0,
  true
from villages v
cross join generate_series(0, 3) k
where v.id % 2 = 0
returning id`

const assign = `
with act as (
  insert into legal_acts (code, title, issued_on)
  values ('qd-1', 'Quyết định thử', '2021-03-01'), ('qd-2', 'Văn bản không ngày', null)
  returning code
)
insert into assignments (
  act_code, row_no, village_printed, commune_printed, district_printed, carrier_code, service, village_id, is_sample
)
select
  case when v.id % 2 = 0 then 'qd-1' else 'qd-2' end, v.id, v.name, '', '', 'vnpt', 'mobile', v.id, true
from villages v, act
where v.id % 11 = 0
  and act.code = 'qd-1'
returning id`
