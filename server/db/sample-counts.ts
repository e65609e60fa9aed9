/** What would go with the sample? As far as an administrator sees it beforehand. */
import type { Client, Row } from './database.ts'

export interface SampleCounts {
  /** By table: rows that are made up. */
  readonly removed: Readonly<
    Record<'sites' | 'stations' | 'villages' | 'village_services' | 'cable_routes' | 'carriers', number>
  >
  /** Real rows that speak of what is made up, and go with it. */
  readonly hanging: Readonly<
    Record<'stations' | 'village_services' | 'challenges' | 'proposals' | 'assignments', number>
  >
}

export async function countSample(client: Client): Promise<SampleCounts> {
  const [counts] = await client.query<Row & { readonly counts: SampleCounts }>(selectCounts)
  if (counts === undefined) throw new Error('count(*) returned no row')
  return counts.counts
}

const selectCounts = `
select jsonb_build_object(
  'removed', jsonb_build_object(
    'sites', (select count(*) from sites s where s.is_sample),
    'stations', (select count(*) from stations t where t.is_sample),
    'villages', (select count(*) from villages v where v.is_sample),
    'village_services', (select count(*) from village_services s where s.is_sample),
    'cable_routes', (select count(*) from cable_routes r where r.is_sample),
    'carriers', (select count(*) from carriers c where c.is_sample)
  ),
  'hanging', jsonb_build_object(
    'stations', (
      select count(*)
      from stations t
      join sites s on s.id = t.site_id
      join carriers c on c.code = t.carrier_code
      where not t.is_sample
        and (s.is_sample or c.is_sample)
    ),
    'village_services', (
      select count(*)
      from village_services s
      join villages v on v.id = s.village_id
      join carriers c on c.code = s.carrier_code
      where not s.is_sample
        and (v.is_sample or c.is_sample)
    ),
    'challenges', (
      select count(*)
      from challenges h
      join villages v on v.id = h.village_id
      join carriers c on c.code = h.carrier_code
      where v.is_sample
        or c.is_sample
    ),
    'proposals', (
      select count(*)
      from proposals p
      left join villages v on v.id = p.village_id
      left join sites s on s.id = p.site_id
      where v.is_sample
        or s.is_sample
    ),
    'assignments', (
      select count(*)
      from assignments a
      join carriers c on c.code = a.carrier_code
      where not a.is_sample
        and c.is_sample
    )
  )
) as counts`
