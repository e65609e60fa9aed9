/** In which units do many positions lie? One statement for thousands, by the rule that every position follows. */
import type { LngLat } from '../../core/geo.ts'
import type { UnitsOfSite } from '../../core/inventory/site-snapshot.ts'
import type { Client, Row } from './database.ts'
import { selectCommuneOf } from './locate-units.ts'

/** More at once only makes the statement longer. */
const atOnce = 10_000

/** In the order of the positions; null: outside the province. */
export async function locateMany(
  client: Client,
  positions: readonly LngLat[],
): Promise<(UnitsOfSite | null)[]> {
  const units: (UnitsOfSite | null)[] = positions.map(() => null)
  for (let from = 0; from < positions.length; from += atOnce) {
    const part = positions.slice(from, from + atOnce)
    const located = await client.query<Row & UnitsOfSite & { n: number }>(selectUnits, [JSON.stringify(part)])
    for (const { n, district_code, commune_code, commune_2025_code } of located) {
      units[from + n] = { district_code, commune_code, commune_2025_code }
    }
  }
  return units
}

const selectUnits = `
select
  (p.position - 1)::integer as n,
  located.parent_code as district_code,
  located.code as commune_code,
  located.successor_code as commune_2025_code
from jsonb_array_elements($1::jsonb) with ordinality as p (place, position)
cross join lateral (
  select st_setsrid(st_makepoint((p.place ->> 0)::double precision, (p.place ->> 1)::double precision), 4326) as geom
  offset 0
) at
cross join lateral (${selectCommuneOf('at.geom')}
) located`
