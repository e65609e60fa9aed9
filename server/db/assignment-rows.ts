/** Which villages are assigned to whom, and has the assigned service arrived, from whichever carrier? */
import { toStateName } from './held-statements.ts'
import { hasText, isInBox, listUnitConditions, toWhere, type LayerRequest } from './layer-request.ts'
import type { Bind } from './sql-parameters.ts'
import { joinCommuneOfVillage, selectVillageStates, villagePosition } from './village-rows.ts'

/** Of a row `a`, by the states `w` of its village. */
export const stateOfAssigned = `case a.service
      when 'fibre' then w.fibre
      when '2g' then w.mobile_2g
      when '3g' then w.mobile_3g
      when '4g' then w.mobile_4g
      when '5g' then w.mobile_5g
      when 'mobile' then w.mobile
    end`

export function selectAssignments(bind: Bind, request: LayerRequest): string {
  return `
with states as (${selectVillageStates(bind, request.as_of)}
), assigned as (
  select
    a.id,
    a.act_code,
    a.row_no,
    a.village_printed,
    a.commune_printed,
    a.district_printed,
    a.carrier_code,
    a.service,
    a.due_on,
    a.village_id,
    a.is_sample,
    v.name as village_name,
    v.district_code,
    v.commune_code,
    v.commune_2025_code,
    v.position_is_sample,
    ${villagePosition} as geom,
    ${stateOfAssigned} as state
  from assignments a
  left join villages v on v.id = a.village_id
  left join states w on w.village_id = v.id
  ${joinCommuneOfVillage}
  where a.withdrawn_by is null
    and a.replaced_by is null
)
select
  a.id as feature_id,
  st_asgeojson(a.geom, 6, 0) as geometry,
  a.act_code,
  a.row_no,
  a.village_printed,
  a.commune_printed,
  a.district_printed,
  a.carrier_code,
  a.service,
  a.due_on,
  a.village_id,
  a.village_name,
  ${toStateName('a.state')} as state,
  a.district_code,
  a.commune_code,
  a.commune_2025_code,
  a.is_sample or coalesce(a.position_is_sample, false) as is_sample
from assigned a
${toWhere([
  isInBox(bind, 'a.geom', request.bbox),
  ...listUnitConditions(bind, 'a', request),
  hasText(bind, 'a.carrier_code', request.carrier),
])}
order by a.act_code, a.row_no`
}
