/** What lies under the data? */
import { isInBox, toWhere, type LayerRequest } from './layer-request.ts'
import type { Bind } from './sql-parameters.ts'

export function selectBaseMap(bind: Bind, request: LayerRequest): string {
  return `
select
  b.id as feature_id,
  st_asgeojson(b.geom, 6, 0) as geometry,
  b.kind,
  b.name
from base_map_features b
${toWhere([isInBox(bind, 'b.geom', request.bbox)])}
order by b.id`
}
