/** Which units does a layer of units show? */
import type { UnitSet } from '../../core/coverage/question.ts'
import { hasText, isInBox, toWhere, type LayerRequest } from './layer-request.ts'
import type { Bind } from './sql-parameters.ts'

/** Which column of a unit of the set answers to each unit filter. */
type UnitColumns = Partial<Record<'district_code' | 'commune_code' | 'commune_2025_code', string>>

const columnsOf: Readonly<Record<UnitSet, UnitColumns>> = {
  province: {},
  district: { district_code: 'u.code' },
  commune: {
    district_code: 'u.parent_code',
    commune_code: 'u.code',
    commune_2025_code: 'u.successor_code',
  },
  'commune-2025': { commune_2025_code: 'u.code' },
}

export function selectAdminUnits(unitSet: UnitSet) {
  return (bind: Bind, request: LayerRequest): string => `
select
  u.code as feature_id,
  st_asgeojson(u.geom, 6, 0) as geometry,
  u.code,
  u.name,
  u.alt_names,
  u.kind,
  u.parent_code,
  u.successor_code,
  u.valid_from,
  u.valid_to,
  u.population,
  u.households,
  u.area_km2,
  u.source_code,
  st_x(u.label) as label_lng,
  st_y(u.label) as label_lat
from admin_units u
${toWhere([
  hasText(bind, 'u.unit_set', unitSet),
  isInBox(bind, 'u.geom', request.bbox),
  ...listCodeConditions(bind, unitSet, request),
])}
order by u.code`
}

function listCodeConditions(bind: Bind, unitSet: UnitSet, request: LayerRequest): (string | undefined)[] {
  const columns = columnsOf[unitSet]
  const { district_code, commune_code, commune_2025_code } = request
  return [
    columns.district_code && hasText(bind, columns.district_code, district_code),
    columns.commune_code && hasText(bind, columns.commune_code, commune_code),
    columns.commune_2025_code && hasText(bind, columns.commune_2025_code, commune_2025_code),
    ...(unitSet === 'commune-2025' ? [hasTakenIn(bind, request)] : []),
  ]
}

/** A commune of 7/2025 answers to the old units that it took in, wholly or in part. */
function hasTakenIn(bind: Bind, { district_code, commune_code }: LayerRequest): string | undefined {
  if (district_code === undefined && commune_code === undefined) return undefined
  return `exists (
      select o.code
      from admin_units o
      ${toWhere([
        `o.unit_set = 'commune'`,
        'o.successor_code = u.code',
        hasText(bind, 'o.parent_code', district_code),
        hasText(bind, 'o.code', commune_code),
      ])})`
}
