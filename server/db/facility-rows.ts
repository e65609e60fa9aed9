/** Which facilities are there? */
import { isInBox, listUnitConditions, toWhere, type LayerRequest } from './layer-request.ts'
import type { Bind } from './sql-parameters.ts'

export function selectFacilities(bind: Bind, request: LayerRequest): string {
  return `
select
  f.id as feature_id,
  st_asgeojson(f.geom, 6, 0) as geometry,
  f.code,
  f.name,
  f.kind,
  f.district_code,
  f.commune_code,
  f.commune_2025_code,
  f.address,
  f.has_fibre,
  f.note,
  f.is_sample
from facilities f
${toWhere([
  `f.status = 'live'`,
  isInBox(bind, 'f.geom', request.bbox),
  ...listUnitConditions(bind, 'f', request),
])}
order by f.id`
}
