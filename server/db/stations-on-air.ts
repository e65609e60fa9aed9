/** Which carrier runs which technology where, as far as the reader may know? */
import type { StationsOnAir } from '../../core/api/stations.ts'
import { technologies } from '../../core/inventory/sites.ts'
import type { Client, Row } from './database.ts'
import { isOnAir } from './on-air.ts'
import { createSqlParameters } from './sql-parameters.ts'

type StationRow = Row & {
  readonly site_id: number
  readonly carrier_code: string
  readonly technology: (typeof technologies)[number]
}

export async function listStationsOnAir(client: Client, as_of: string): Promise<StationsOnAir> {
  const { bind, values } = createSqlParameters()
  const rows = await client.query<StationRow>(
    `
select t.site_id, t.carrier_code, t.technology
from visible_stations t
where ${isOnAir(bind, as_of)}
  and t.site_id in (select s.id from visible_sites s)
order by t.site_id, t.carrier_code, t.technology`,
    values,
  )
  const carriers = [...new Set(rows.map(({ carrier_code }) => carrier_code))].sort()
  const positionOf = new Map(carriers.map((code, position) => [code, position]))
  return {
    carriers,
    technologies: [...technologies],
    site: rows.map(({ site_id }) => site_id),
    carrier: rows.map(({ carrier_code }) => positionOf.get(carrier_code)!),
    technology: rows.map(({ technology }) => technologies.indexOf(technology)),
  }
}
