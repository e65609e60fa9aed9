/** Which acts assign villages? */
import type { ActRecord } from '../../core/api/assignments.ts'
import type { Client, Row } from './database.ts'

/** The latest first; an act without a day last. */
export function listActs(client: Client): Promise<ActRecord[]> {
  return client.query<Row & ActRecord>(`
${selectActs}
group by l.code
order by l.issued_on desc nulls last, l.code`)
}

export async function findAct(client: Client, code: string): Promise<ActRecord | null> {
  const [act] = await client.query<Row & ActRecord>(
    `${selectActs}
where l.code = $1::text
group by l.code`,
    [code],
  )
  return act ?? null
}

const selectActs = `
select l.id, l.code, l.title, l.number, l.issuer, l.issued_on, count(a.id) as rows
from legal_acts l
left join assignments a on a.act_code = l.code`
