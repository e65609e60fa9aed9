/** From where has somebody come in before? */
import type { Client } from './database.ts'

/** Longer nobody's way is remembered. */
const remembered_d = 90

/** Also of a name that nobody has: then from nowhere. */
export async function isKnownNetwork(client: Client, username: string, network: string): Promise<boolean> {
  const [answer] = await client.query<{ is_known: boolean }>(
    `select exists (
       select 1
       from known_networks n
       join users u on u.id = n.user_id
       where u.username = $1::text
         and n.network = $2::text
         and n.last_seen_at > now() - make_interval(days => $3::integer)
     ) as is_known`,
    [username, network, remembered_d],
  )
  return answer?.is_known === true
}

export async function noteNetwork(client: Client, user_id: number, network: string): Promise<void> {
  await client.query(
    `insert into known_networks (user_id, network)
     values ($1::integer, $2::text)
     on conflict (user_id, network) do update
     set last_seen_at = now()
     returning user_id`,
    [user_id, network],
  )
}

export async function removeOldNetworks(client: Client): Promise<void> {
  await client.query(
    `delete from known_networks
     where last_seen_at < now() - make_interval(days => $1::integer)
     returning user_id`,
    [remembered_d],
  )
}
