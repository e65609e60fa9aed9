/** What did i-Speed measure in communes, of what counts? */
import type { SpeedResult } from '../../core/api/speed-results.ts'
import { leastSamples, type SpeedUnitSet } from '../../core/inventory/speed-results.ts'
import type { Client, Row } from './database.ts'

/** The latest period first. A figure from too few samples is not told. @param code null: of all communes of the set */
export function listSpeedResults(
  client: Client,
  unit_set: SpeedUnitSet,
  code: string | null,
): Promise<SpeedResult[]> {
  return client.query<Row & SpeedResult>(
    `
select
  s.unit_set,
  s.unit_code,
  s.period_from,
  s.period_to,
  s.network,
  s.samples,
  enough.is_enough,
  case when enough.is_enough then s.download_mbps end as download_mbps,
  case when enough.is_enough then s.upload_mbps end as upload_mbps,
  case when enough.is_enough then s.latency_ms end as latency_ms,
  source.title as source,
  s.is_sample
from speed_results s
cross join lateral (select s.samples >= $3::integer as is_enough) enough
left join sources source on source.code = s.source_code
where s.unit_set = $1::text
  and ($2::text is null or s.unit_code = $2::text)
  and s.withdrawn_at is null
order by s.unit_code, s.period_to desc, s.period_from desc, s.network desc`,
    [unit_set, code, leastSamples],
  )
}
