/** Which province does the database hold, how fresh, with which sources, targets and published figures? */
import type { Province } from '../../core/api/province.ts'
import { listCarriers } from './carriers.ts'
import type { Client, Row } from './database.ts'

type ProvinceFacts = Omit<Province, 'basemap_style_url'>

/** Null until a province is loaded. */
export async function findProvince(client: Client, today: string): Promise<ProvinceFacts | null> {
  const [unit] = await client.query<{ code: string; name: string; bbox: number[] }>(`
select
  code,
  name,
  array[st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)] as bbox
from admin_units
where unit_set = 'province'
order by code
limit 1`)
  if (unit === undefined) return null
  const { vn2000_central_meridian, ...data } = await getDataFacts(client, today)
  return {
    ...unit,
    data,
    vn2000_central_meridian,
    unit_sets: await listUnitSets(client),
    carriers: await listCarriers(client),
    sources: await listSources(client),
    targets: await listTargets(client),
    published_figures: await listPublishedFigures(client),
  }
}

type DataFacts = Province['data'] & Pick<Province, 'vn2000_central_meridian'>

async function getDataFacts(client: Client, today: string): Promise<DataFacts> {
  const [facts] = await client.query<Row & DataFacts>(
    `
select
  title,
  coalesce(is_sample, false) as is_sample,
  note,
  vn2000_central_meridian,
  (
    select max(observed_on)
    from village_services
    where observed_on <= $1::date
      and withdrawn_at is null
  ) as latest_observed_on,
  array(
    select d.day
    from (
      select v.valid_from from villages v
      union
      select v.valid_to + 1 from villages v
    ) d (day)
    where d.day <= $1::date
    order by d.day
  ) as village_days
from data_state`,
    [today],
  )
  if (facts === undefined) throw new Error('data_state has lost its row')
  return facts
}

function listUnitSets(client: Client): Promise<Province['unit_sets']> {
  return client.query<Row & Province['unit_sets'][number]>(`
select
  unit_set,
  count(*) as count,
  min(valid_from) as valid_from,
  max(valid_to) as valid_to
from admin_units
group by unit_set
order by array_position(array['province', 'district', 'commune', 'commune-2025'], unit_set)`)
}

function listSources(client: Client): Promise<Province['sources']> {
  return client.query<Row & Province['sources'][number]>(`
select code, title, issuer, issued_on, licence, url, note
from sources
order by code`)
}

function listTargets(client: Client): Promise<Province['targets']> {
  return client.query<Row & Province['targets'][number]>(`
select
  i.code as indicator_code,
  i.name as indicator_name,
  i.service,
  t.year,
  t.value as percent,
  i.source_code
from indicators i
join indicator_values t on t.indicator_code = i.code
where i.service is not null
  and t.kind = 'target'
  and t.withdrawn_at is null
order by i.code, t.year`)
}

function listPublishedFigures(client: Client): Promise<Province['published_figures']> {
  return client.query<Row & Province['published_figures'][number]>(`
select key, period, value, unit, source_code, quote
from published_figures
order by key, period`)
}
