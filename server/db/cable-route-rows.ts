/** Where do cables run? Routes that are no more stay in the records alone. */
import { isInBox, toWhere, type LayerRequest } from './layer-request.ts'
import type { Bind } from './sql-parameters.ts'

export function selectCableRoutes(bind: Bind, request: LayerRequest): string {
  return `
select
  r.id as feature_id,
  st_asgeojson(r.geom, 6, 0) as geometry,
  r.code,
  r.name,
  r.kind,
  r.owner_code,
  r.tenant_codes,
  r.length_m,
  r.built_on,
  r.cable_type,
  r.capacity,
  r.pole_count,
  r.duct_count,
  r.ducts_used,
  r.is_sample
from cable_routes r
${toWhere([
  `r.status = 'live'`,
  isInBox(bind, 'r.geom', request.bbox),
  crosses(bind, 'district', request.district_code),
  crosses(bind, 'commune', request.commune_code),
  crosses(bind, 'commune-2025', request.commune_2025_code),
  isUsedBy(bind, request.carrier),
])}
order by r.id`
}

/** A route belongs to no unit: it is found by every unit that it runs through. */
function crosses(bind: Bind, unitSet: string, code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  return `exists (
      select u.code
      from admin_units u
      where u.unit_set = ${bind(unitSet, 'text')}
        and u.code = ${bind(code, 'text')}
        and st_intersects(u.geom, r.geom))`
}

/** The carrier owns the route or hangs on it. */
function isUsedBy(bind: Bind, carrier: string | undefined): string | undefined {
  if (carrier === undefined) return undefined
  return `${bind(carrier, 'text')} = any (array_append(r.tenant_codes, r.owner_code))`
}
