/** In which months did stations go on air or off, as far as the reader may know? */
import type { StationMonths } from '../../core/api/station-months.ts'
import type { Client, Row } from './database.ts'

type StationMonth = Row & StationMonths['months'][number]

/** Of a station that the reader sees only because it is on air today the view tells no day. */
export function listStationMonths(client: Client, today: string): Promise<StationMonth[]> {
  return client.query<StationMonth>(
    `
select
  to_char(change.day, 'YYYY-MM') as month,
  count(*) filter (where change.is_start) as on_air,
  count(*) filter (where not change.is_start) as off_air
from visible_stations t
cross join lateral (
  values (t.on_air_on, true), (t.off_air_on, false)
) as change (day, is_start)
where change.day <= $1::date
group by 1
order by 1`,
    [today],
  )
}
