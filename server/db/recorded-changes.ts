/** What has been written down since the last look? */
import type { RecordedChange } from '../../core/rights/visible-change.ts'
import type { Client, Row } from './database.ts'

export type NumberedChange = RecordedChange & Row & { readonly id: number }

/** The number of the latest entry; 0 where there is none. */
export async function getLastEntryId(client: Client): Promise<number> {
  const [last] = await client.query<{ id: number }>(`
select coalesce(max(a.id), 0) as id
from audit_log a`)
  if (last === undefined) throw new Error('max(id) returned no row')
  return last.id
}

/** Entries above a number, and those of the numbers that were missing at an earlier look. */
export function listChangesSince(
  client: Client,
  { above, missing }: { readonly above: number; readonly missing: readonly number[] },
): Promise<NumberedChange[]> {
  return client.query<NumberedChange>(
    `
select
  a.id, a.noun, a.noun_id, a.actor_id, a.carrier_code, a.restricted, a.before, a.after,
  array_remove(
    array['district:' || a.district_code, 'commune:' || a.commune_code, 'commune-2025:' || a.commune_2025_code],
    null
  ) || coalesce(a.units, '{}') as units
from audit_log a
where a.id > $1::bigint
  or a.id = any($2::bigint[])
order by a.id`,
    [above, missing],
  )
}
