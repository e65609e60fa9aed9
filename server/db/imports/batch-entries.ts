/** Which entries did one import write down? Read to take it back. */
import type { Client, Row } from '../database.ts'
import type { BatchEntry } from './import-target.ts'

export function listBatchEntries(client: Client, batch_id: string): Promise<(Row & BatchEntry)[]> {
  return client.query<Row & BatchEntry>(
    `
select a.id, a.noun, a.noun_id, a.action, a.before, a.after
from audit_log a
where a.batch_id = $1::uuid
  and a.action = 'import'
order by a.id`,
    [batch_id],
  )
}
