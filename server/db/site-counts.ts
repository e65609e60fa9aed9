/** How many live sites stand in each unit, and how many of them on generator power? */
import type { SiteCounts } from '../../core/api/records.ts'
import type { Client, Row } from './database.ts'

type UnitCount = Row & SiteCounts['counts'][number]

/** Of units with a site only; restricted ones count for whoever may know of them. */
export function listSiteCounts(client: Client): Promise<UnitCount[]> {
  return client.query<UnitCount>(`
select unit_set, code, live, generator
from site_counts
order by array_position(array['district', 'commune', 'commune-2025'], unit_set), code`)
}
