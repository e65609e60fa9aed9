/** What do visitors see of sites? As configured, otherwise by the data; the database knows. */
import type { PublicSites } from '../../core/permissions.ts'
import type { Client } from './database.ts'

export async function getPublicSites(client: Client): Promise<PublicSites> {
  const [answer] = await client.query<{ mode: PublicSites }>('select app_public_sites() as mode')
  if (answer === undefined) throw new Error('app_public_sites() returned no row')
  return answer.mode
}
