/** Which villages are there, and what is the state of each service in each? */
import { services } from '../../core/coverage/states.ts'
import { existsOn, selectHeldStatements, toStateName } from './held-statements.ts'
import { isInBox, listUnitConditions, toWhere, type LayerRequest } from './layer-request.ts'
import { assignedSince } from './population.ts'
import type { Bind } from './sql-parameters.ts'

/** A village without a position stands at the label point of its commune `c`. */
export const villagePosition = 'coalesce(v.geom, c.label)'

export const joinCommuneOfVillage = `
left join admin_units c on c.unit_set = 'commune' and c.code = v.commune_code`

/** States by village, of all or of one: for each service the strongest of each carrier, then covered by any. */
export function selectVillageStates(bind: Bind, as_of: string, village_id?: number): string {
  const held = selectHeldStatements(bind, {
    as_of,
    services,
    carrier: null,
    basis: 'strongest',
    partial_from: null,
    ...(village_id === undefined ? {} : { village_id }),
  })
  return `
  select
    village_id,
    max(state) filter (where service = 'fibre') as fibre,
    max(state) filter (where service = '2g') as mobile_2g,
    max(state) filter (where service = '3g') as mobile_3g,
    max(state) filter (where service = '4g') as mobile_4g,
    max(state) filter (where service = '5g') as mobile_5g,
    max(state) filter (where service in ('3g', '4g', '5g')) as mobile
  from (${held}
  ) held
  group by village_id`
}

/** The properties of the layer, of a village `v` with its states `w`. */
export const villageColumns = `
  v.code,
  v.name,
  v.kind,
  v.households,
  v.population,
  v.grid_power,
  v.grid_power_since,
  v.road_access,
  v.especially_difficult,
  v.border,
  ${assignedSince} as assigned_since,
  ${['fibre', 'mobile_2g', 'mobile_3g', 'mobile_4g', 'mobile_5g', 'mobile']
    .map((column) => `${toStateName(`w.${column}`)} as ${column}`)
    .join(',\n  ')},
  v.district_code,
  v.commune_code,
  v.commune_2025_code,
  v.located_by,
  v.is_sample,
  v.position_is_sample`

export function selectVillages(bind: Bind, request: LayerRequest): string {
  return `
with states as (${selectVillageStates(bind, request.as_of)}
)
select
  v.id as feature_id,
  st_asgeojson(${villagePosition}, 6, 0) as geometry,
  ${villageColumns}
from villages v
left join states w on w.village_id = v.id
${joinCommuneOfVillage}
${toWhere([
  existsOn(bind(request.as_of, 'date')),
  isInBox(bind, villagePosition, request.bbox),
  ...listUnitConditions(bind, 'v', request),
])}
order by v.id`
}
