/** Which live site of each carrier is nearest to a village? */
import type { VillageRecord } from '../../core/api/records.ts'
import type { Client, Row } from './database.ts'
import { isOnAir } from './on-air.ts'
import { createSqlParameters } from './sql-parameters.ts'
import type { VillageQuestion } from './villages.ts'

type NearestSite = Row & VillageRecord['nearest_sites'][number]

/**
 * One site for each carrier on air, the nearest first; distances on the spheroid, in whole metres.
 * Nothing for a village without a position: a distance from its commune's label would be invented. Distances are to the
 * positions that the reader may see.
 */
export function listNearestSites(client: Client, question: VillageQuestion): Promise<NearestSite[]> {
  const { bind, values } = createSqlParameters()
  return client.query<NearestSite>(
    `
with on_air as (
  select
    t.site_id,
    t.carrier_code,
    array_agg(t.technology order by t.technology) as technologies
  from visible_stations t
  where t.site_status = 'live'
    and ${isOnAir(bind, question.today)}
  group by t.site_id, t.carrier_code
), nearest as (
  select distinct on (w.carrier_code)
    s.id as site_id,
    s.code as site_code,
    s.name as site_name,
    w.carrier_code,
    w.technologies,
    st_distance(v.geom::geography, s.geom::geography) as distance_m,
    st_azimuth(v.geom::geography, s.geom::geography) as bearing_rad
  from villages v
  cross join on_air w
  join visible_sites s on s.id = w.site_id
  where v.id = ${bind(question.id, 'integer')}
    and v.geom is not null
  order by w.carrier_code, distance_m, s.id
)
select
  site_id,
  site_code,
  site_name,
  carrier_code,
  technologies,
  round(distance_m) as distance_m,
  round(degrees(bearing_rad)::numeric, 1) as bearing_deg
from nearest
order by distance_m, carrier_code`,
    values,
  )
}
