/** One account of each role, `of-staff`, `of-carrier` (of alpha) …; their ids by role. */
import { accountRoles } from '../../../core/permissions.ts'
import type { Client } from '../../../server/db/database.ts'
import { insertRows } from '../../helpers/insert-rows.ts'

export async function fillAccounts(client: Client): Promise<ReadonlyMap<string, number>> {
  await insertRows(
    client,
    'users',
    { username: 'text', display_name: 'text', role: 'text', carrier_code: 'text' },
    accountRoles.map((role) => ({
      username: `of-${role}`,
      display_name: role,
      role,
      carrier_code: role === 'carrier' ? 'alpha' : null,
    })),
  )
  const users = await client.query<{ role: string; id: number }>('select role, id from users')
  return new Map(users.map(({ role, id }) => [role, id]))
}
