/** What is asked of a layer, and which conditions follow from it? */
import type { BBox } from '../../core/geo.ts'
import type { PowerSource, Technology } from '../../core/inventory/sites.ts'
import type { Bind } from './sql-parameters.ts'

export interface LayerRequest {
  /** ISO date: the day asked about. */
  readonly as_of: string
  readonly bbox?: BBox
  readonly district_code?: string
  readonly commune_code?: string
  readonly commune_2025_code?: string
  readonly carrier?: string
  readonly technology?: Technology
  readonly power_source?: PowerSource
}

/** Conditions as one `where` clause; those not asked for are undefined. */
export function toWhere(conditions: readonly (string | undefined)[]): string {
  const asked = conditions.filter((condition) => condition !== undefined)
  return asked.length === 0 ? '' : `where ${asked.join('\n    and ')}`
}

/** The feature touches the box. */
export function isInBox(bind: Bind, geometry: string, bbox: BBox | undefined): string | undefined {
  if (bbox === undefined) return undefined
  const corners = bbox.map((degrees) => bind(degrees, 'double precision')).join(', ')
  return `st_intersects(${geometry}, st_makeenvelope(${corners}, 4326))`
}

/** The column has the value, where one is asked for. */
export function hasText(bind: Bind, column: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${column} = ${bind(value, 'text')}`
}

/** The row carries its unit codes of all three sets; the alias is that of the row. */
export function listUnitConditions(
  bind: Bind,
  alias: 'a' | 'f' | 's' | 'v',
  request: LayerRequest,
): (string | undefined)[] {
  return [
    hasText(bind, `${alias}.district_code`, request.district_code),
    hasText(bind, `${alias}.commune_code`, request.commune_code),
    hasText(bind, `${alias}.commune_2025_code`, request.commune_2025_code),
  ]
}
