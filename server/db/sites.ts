/** What is known of one site? */
import type { SiteRecord } from '../../core/api/records.ts'
import type { Client, Row } from './database.ts'
import { selectStationsOnAir, siteColumns } from './site-rows.ts'
import { createSqlParameters } from './sql-parameters.ts'
import { joinUnitNames, unitNames } from './unit-names.ts'

export interface SiteQuestion {
  readonly id: number
  /** ISO date on which stations are on air. */
  readonly today: string
}

/** Null where there is no such site or the reader may not see it; what is hidden of it is null. */
export async function findSite(
  client: Client,
  question: SiteQuestion,
): Promise<Omit<SiteRecord, 'may'> | null> {
  const { bind, values } = createSqlParameters()
  const id = bind(question.id, 'integer')
  const [site] = await client.query<Row & Omit<SiteRecord, 'stations' | 'may'>>(
    `
with on_air as (${selectStationsOnAir(bind, question.today, `select ${id}`)}
)
select
  s.id,
  st_x(s.geom) as lng,
  st_y(s.geom) as lat,
  ${siteColumns},
  ${unitNames('s')},
  s.address,
  s.owner_code,
  s.built_on,
  s.land_owner,
  s.building_permit,
  s.approval,
  s.visibility,
  s.version,
  p.note
from visible_sites s
left join on_air w on w.site_id = s.id
left join site_private p on p.site_id = s.id
${joinUnitNames('s')}
where s.id = ${id}`,
    values,
  )
  return site === undefined ? null : { ...site, stations: await listStations(client, question.id) }
}

export interface ExactPosition extends Row {
  readonly lng: number
  readonly lat: number
  readonly commune_code: string
}

/** Null where the reader is not told where exactly the site stands. */
export async function findExactPosition(client: Client, id: number): Promise<ExactPosition | null> {
  const [position] = await client.query<ExactPosition>(
    `
select st_x(s.geom) as lng, st_y(s.geom) as lat, s.commune_code
from visible_sites s
where s.id = $1::integer
  and s.access <> 'generalised'`,
    [id],
  )
  return position ?? null
}

type StationRow = Row & SiteRecord['stations'][number]

function listStations(client: Client, site_id: number): Promise<StationRow[]> {
  return client.query<StationRow>(
    `
select
  t.id,
  t.carrier_code,
  t.technology,
  t.bands_mhz,
  t.on_air_on,
  t.off_air_on,
  t.power_w,
  t.coverage_radius_m,
  p.certificate_no,
  p.certificate_issued_on,
  p.certificate_expires_on,
  p.note
from visible_stations t
left join station_private p on p.station_id = t.id
where t.site_id = $1::integer
order by t.carrier_code, t.technology`,
    [site_id],
  )
}
