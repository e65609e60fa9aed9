/** What is known of one site? */
import type { SiteRecord } from '../../core/api/records.ts'
import type { Audience } from './audience.ts'
import type { Client, Row } from './database.ts'
import { isVisibleSite, selectStationsOnAir, siteColumns } from './site-rows.ts'
import { createSqlParameters } from './sql-parameters.ts'
import { joinUnitNames, unitNames } from './unit-names.ts'

export interface SiteQuestion {
  readonly id: number
  readonly audience: Audience
  /** ISO date on which stations are on air. */
  readonly today: string
}

/** Null where there is no such site or the audience may not see it. */
export async function findSite(client: Client, question: SiteQuestion): Promise<SiteRecord | null> {
  const { bind, values } = createSqlParameters()
  const [site] = await client.query<Omit<SiteRecord, 'stations' | 'may'>>(
    `
with on_air as (${selectStationsOnAir(bind, question.today)}
)
select
  s.id,
  st_x(s.geom) as lng,
  st_y(s.geom) as lat,
  ${siteColumns},
  ${unitNames('s')},
  s.address,
  s.owner_code
from sites s
left join on_air w on w.site_id = s.id
${joinUnitNames('s')}
where s.id = ${bind(question.id, 'integer')}
  and ${isVisibleSite(bind, question.audience)}`,
    values,
  )
  return site === undefined ? null : { ...site, may: [], stations: await listStations(client, question.id) }
}

type StationRow = Row & SiteRecord['stations'][number]

function listStations(client: Client, site_id: number): Promise<StationRow[]> {
  return client.query<StationRow>(
    `
select carrier_code, technology, bands_mhz, on_air_on, off_air_on
from stations
where site_id = $1::integer
order by carrier_code, technology`,
    [site_id],
  )
}
