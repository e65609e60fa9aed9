/** Does the database answer, and what does it hold? */
import type { Client } from './database.ts'

export interface Readiness {
  readonly version: string
  readonly has_province: boolean
}

export async function getReadiness(client: Client): Promise<Readiness> {
  const [state] = await client.query<{ version: string; has_province: boolean }>(`
select
  version::text as version,
  exists (select code from admin_units where unit_set = 'province') as has_province
from data_state`)
  if (state === undefined) throw new Error('data_state has lost its row')
  return state
}
