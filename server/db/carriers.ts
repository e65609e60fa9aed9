/** Which carriers are there? */
import type { Province } from '../../core/api/province.ts'
import type { Client, Row } from './database.ts'

export type Carrier = Row & Province['carriers'][number]

export function listCarriers(client: Client): Promise<Carrier[]> {
  return client.query<Carrier>(`
select code, name, letter, color, is_sample
from carriers
order by is_sample, code`)
}

export async function hasCarrier(client: Client, code: string): Promise<boolean> {
  const found = await client.query<{ code: string }>('select code from carriers where code = $1::text', [
    code,
  ])
  return found.length > 0
}

/** False where another has the code. */
export async function insertCarrier(client: Client, carrier: Carrier): Promise<boolean> {
  const inserted = await client.query<{ code: string }>(
    `
insert into carriers (code, name, letter, color, is_sample)
values ($1::text, $2::text, $3::text, $4::text, false)
on conflict (code) do nothing
returning code`,
    [carrier.code, carrier.name, carrier.letter, carrier.color],
  )
  return inserted.length > 0
}
