/** With which key does the application sign? The same for every server of one database, told to nobody. */
import { randomBytes } from 'node:crypto'
import type { ActingDatabase } from './act-as.ts'

/** Made on first use. */
export function getSecret(system: ActingDatabase, name: 'sessions' | 'csrf'): Promise<string> {
  return system.transaction(async (client) => {
    await client.query(
      `insert into server_secrets (name, value)
       values ($1::text, $2::text)
       on conflict (name) do nothing
       returning name`,
      [name, randomBytes(48).toString('base64url')],
    )
    const [secret] = await client.query<{ value: string }>(
      `select value
       from server_secrets
       where name = $1::text`,
      [name],
    )
    if (secret === undefined) throw new Error(`The secret ${name} was not kept`)
    return secret.value
  })
}
