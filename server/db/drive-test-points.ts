/** What did a drive test measure, and where? Thousands of points in one statement. */
import type { DriveTestPoints } from '../../core/api/files.ts'
import { DriveTestError, type DriveTestPoint } from '../../core/files/drive-test.ts'
import type { Client, Row, SqlValue } from './database.ts'

/** A road along the border lies now on this side, now on that one. */
const reach_deg = 0.01

/**
 * Every point lies in the province: looked at in cells of some hundred metres, of which a drive has few.
 *
 * @throws DriveTestError with the first line that does not
 */
export async function requireInProvince(client: Client, points: readonly DriveTestPoint[]): Promise<void> {
  const [outside] = await client.query<Row & { line: number; lng: number; lat: number; is_swapped: boolean }>(
    `
with cells as (
  select distinct on (round(p.lng::numeric, 3), round(p.lat::numeric, 3)) p.line, p.lng, p.lat
  from unnest($1::integer[], $2::double precision[], $3::double precision[]) as p (line, lng, lat)
  order by round(p.lng::numeric, 3), round(p.lat::numeric, 3), p.line
)
select
  c.line,
  c.lng,
  c.lat,
  abs(c.lng) <= 90 and exists (
    select 1
    from admin_units u
    where u.unit_set = 'commune'
      and st_dwithin(u.geom, st_setsrid(st_makepoint(c.lat, c.lng), 4326), ${reach_deg})
  ) as is_swapped
from cells c
where not exists (
  select 1
  from admin_units u
  where u.unit_set = 'commune'
    and st_dwithin(u.geom, st_setsrid(st_makepoint(c.lng, c.lat), 4326), ${reach_deg})
)
order by c.line
limit 1`,
    [points.map(({ line }) => line), points.map(({ lng }) => lng), points.map(({ lat }) => lat)],
  )
  if (outside === undefined) return
  const { line, lng, lat, is_swapped } = outside
  throw new DriveTestError(is_swapped ? 'swapped' : 'outside', {
    line,
    field: 'lat, lng',
    value: `${lat}, ${lng}`,
  })
}

export async function insertDriveTestPoints(
  client: Client,
  file_id: string,
  points: readonly DriveTestPoint[],
): Promise<void> {
  const columns: readonly SqlValue[] = [
    points.map(({ line }) => line),
    points.map(({ measured_at }) => measured_at),
    points.map(({ lng }) => lng),
    points.map(({ lat }) => lat),
    points.map(({ technology }) => technology),
    points.map(({ rsrp_dbm }) => rsrp_dbm),
  ]
  const [written] = await client.query<Row & { count: number }>(
    `
with written as (
  insert into drive_test_points (file_id, line, measured_at, lng, lat, technology, rsrp_dbm)
  select $1::uuid, p.line, p.measured_at::timestamptz, p.lng, p.lat, p.technology, p.rsrp_dbm
  from unnest(
    $2::integer[], $3::text[], $4::double precision[], $5::double precision[], $6::text[], $7::double precision[]
  ) as p (line, measured_at, lng, lat, technology, rsrp_dbm)
  returning line
)
select count(*) as count
from written`,
    [file_id, ...columns],
  )
  if (written?.count !== points.length) throw new Error('Points of a drive test were not written')
}

/** In the order of the file; empty lists of one that the reader does not see. */
export async function listDriveTestPoints(client: Client, file_id: string): Promise<DriveTestPoints> {
  const [columns] = await client.query<Row & DriveTestPoints>(
    `
select
  coalesce(array_agg(p.lng order by p.line), '{}') as lng,
  coalesce(array_agg(p.lat order by p.line), '{}') as lat,
  coalesce(array_agg(p.technology order by p.line), '{}') as technology,
  coalesce(array_agg(p.rsrp_dbm order by p.line), '{}') as rsrp_dbm,
  coalesce(array_agg(p.measured_at order by p.line), '{}') as measured_at
from drive_test_points p
where p.file_id = $1::uuid`,
    [file_id],
  )
  if (columns === undefined) throw new Error('Points were answered without a row')
  return columns
}
