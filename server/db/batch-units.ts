/** In which units do the villages lie that one import speaks of? As the audit log names them: `commune:03127`. */
import type { Client } from './database.ts'

export async function listUnitsOfBatch(client: Client, batch_id: string): Promise<readonly string[]> {
  const units = await client.query<{ unit: string }>(
    `
select distinct unit.unit_set || ':' || unit.code as unit
from village_services s
join villages v on v.id = s.village_id
cross join lateral (
  values ('district', v.district_code), ('commune', v.commune_code), ('commune-2025', v.commune_2025_code)
) as unit (unit_set, code)
where s.batch_id = $1::uuid
order by unit`,
    [batch_id],
  )
  return units.map(({ unit }) => unit)
}
