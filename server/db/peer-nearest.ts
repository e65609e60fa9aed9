/** What does PostGIS say is nearest to each village: for tests every distance on the spheroid, for benchmarks its index? */
import type { Client, Row } from './database.ts'

export interface PeerNearest extends Row {
  readonly village_id: number
  /** Carrier code, `shareable` or `route`. */
  readonly what: string
  readonly distance_m: number
  readonly bearing_deg: number | null
}

const isOnAir = `
          coalesce(st.on_air_on <= now()::date, true)
          and coalesce(st.off_air_on > now()::date, true)`

const onAirSites = `
  select distinct s.id, s.geom, st.carrier_code
  from sites s
  join stations st on st.site_id = s.id
  where s.status = 'live'
    and ${isOnAir}`

/** By measuring every site and every route; nothing is left to an index. Of villages whose id leaves 0 divided by `every`. */
export function listPeerNearest(client: Client, every: number): Promise<PeerNearest[]> {
  return client.query<PeerNearest>(
    `
with asked as (
  select id, geom::geography as place
  from villages
  where geom is not null
    and id % $1::integer = 0
), targets as (
  select carrier_code as what, geom
  from (${onAirSites}) on_air
  union all
  select 'shareable', geom from sites where status = 'live' and shareable
  union all
  select 'route', geom from cable_routes where status = 'live'
), measured as (
  select
    v.id as village_id,
    t.what,
    v.place,
    t.geom,
    st_distance(v.place, t.geom::geography) as distance_m
  from asked v
  cross join targets t
), nearest as (
  select distinct on (village_id, what) village_id, what, place, geom, distance_m
  from measured
  order by village_id, what, distance_m
)
select
  village_id,
  what,
  distance_m,
  case
    when what <> 'route' then degrees(st_azimuth(place, geom::geography))
  end as bearing_deg
from nearest
order by village_id, what`,
    [every],
  )
}

interface Explained extends Row {
  readonly 'QUERY PLAN': readonly { readonly 'Execution Time': number }[]
}

/** Milliseconds inside the database for the same question by its index (KNN, `<->`): the nearest of each kind of every village. */
export async function timePeerNearest(client: Client): Promise<number> {
  const nearest = (from: string) => `
  cross join lateral (
    ${from}
    order by target.geom <-> v.geom
    limit 1
  ) near`
  const measured = `
  select
    v.id,
    near.id as target_id,
    st_distance(v.geom::geography, near.geom::geography) as distance_m,
    st_azimuth(v.geom::geography, st_closestpoint(near.geom, v.geom)::geography) as bearing_rad
  from villages v`
  const rows = await client.query<Explained>(
    `explain (analyze, timing off, format json)
${measured}
  cross join carriers c${nearest(`
    select target.id, target.geom
    from sites target
    where target.status = 'live'
      and exists (
        select st.id
        from stations st
        where st.site_id = target.id
          and st.carrier_code = c.code
          and ${isOnAir})`)}
union all${measured}${nearest(`select target.id, target.geom from sites target where target.status = 'live' and target.shareable`)}
union all${measured}${nearest(`select target.id, target.geom from cable_routes target where target.status = 'live'`)}`,
  )
  return rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? Number.NaN
}
