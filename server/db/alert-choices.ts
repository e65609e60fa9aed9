/** Where does somebody want to be told, and in which language? */
import { openingChannel, type AlertChannel, type AlertKind } from '../../core/alerts/kinds.ts'
import type { NewAlertChoices } from '../../core/api/alerts.ts'
import type { Client, Row } from './database.ts'

export interface AlertAddress extends Row {
  readonly email: string | null
  readonly language: 'vi' | 'en'
}

/** One's own, or in the name of the system anybody's. */
export async function findAlertAddress(client: Client, user_id: number): Promise<AlertAddress | null> {
  const [address] = await client.query<AlertAddress>(
    `
select d.email, d.language
from alert_addresses d
where d.user_id = $1::integer`,
    [user_id],
  )
  return address ?? null
}

/** Each kind, also one that nothing was chosen for. */
export async function listAlertChannels(
  client: Client,
  { user_id, kinds }: { readonly user_id: number | null; readonly kinds: readonly AlertKind[] },
): Promise<{ kind: AlertKind; channel: AlertChannel }[]> {
  return client.query<Row & { kind: AlertKind; channel: AlertChannel }>(
    `
select k.kind, coalesce(c.channel, $3::text) as channel
from unnest($2::text[]) with ordinality as k (kind, position)
left join alert_choices c on c.kind = k.kind and c.user_id = $1::integer
order by k.position`,
    [user_id, kinds, openingChannel],
  )
}

/** In the name of the system. */
export async function writeAlertChoices(
  client: Client,
  user_id: number,
  { kinds = [], email, language }: NewAlertChoices,
): Promise<void> {
  await client.query(
    `
insert into alert_addresses (user_id, email, language)
values ($1::integer, $2::text, $3::text)
on conflict (user_id) do update
set email = excluded.email, language = excluded.language
returning user_id`,
    [user_id, email, language],
  )
  await client.query(
    `
insert into alert_choices (user_id, kind, channel)
select $1::integer, r.kind, r.channel
from jsonb_to_recordset($2::jsonb) as r (kind text, channel text)
on conflict (user_id, kind) do update
set channel = excluded.channel
returning user_id`,
    [user_id, JSON.stringify(kinds)],
  )
}
