/** Which units go by a code, and what became of them? */
import type { UnitSet } from '../../core/coverage/question.ts'
import type { Client, Row } from './database.ts'

export type UnitOfCode = Row & {
  readonly unit_set: UnitSet
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly valid_to: string | null
  readonly successor_code: string | null
  readonly successor_name: string | null
  readonly predecessor_codes: readonly string[]
  readonly predecessor_names: readonly string[]
}

/** The same code may name a unit in several sets: one row for each. */
export function listUnitsOfCode(client: Client, code: string): Promise<UnitOfCode[]> {
  return client.query<UnitOfCode>(
    `
select
  u.unit_set,
  u.code,
  u.name,
  u.kind,
  u.valid_to,
  u.successor_code,
  successor.name as successor_name,
  array_remove(array_agg(predecessor.code order by predecessor.code), null) as predecessor_codes,
  array_remove(array_agg(predecessor.name order by predecessor.code), null) as predecessor_names
from admin_units u
left join admin_units successor
  on successor.unit_set = 'commune-2025' and successor.code = u.successor_code
left join admin_units predecessor
  on u.unit_set = 'commune-2025' and predecessor.unit_set = 'commune' and predecessor.successor_code = u.code
where u.code = $1::text
group by u.unit_set, u.code, successor.name
order by u.unit_set`,
    [code],
  )
}
