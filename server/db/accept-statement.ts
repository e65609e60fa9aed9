/** What becomes of an UBND's report that the Sở accepts? A statement with the basis `verified`; nothing is rewritten. */
import { AppError } from '../../core/errors.ts'
import type { AuditEntry } from './change.ts'
import { insertStatement } from './create-statement.ts'
import type { Client, Row } from './database.ts'
import type { ProposedStatement } from './propose-statement.ts'
import { requireVersion } from './require-version.ts'
import type { ChangeOrigin } from './site-entry.ts'

export interface AcceptedStatement {
  readonly village_id: number
  readonly statement: ProposedStatement
  /** Of the village as the decider saw it. */
  readonly record_version: number
  readonly origin: ChangeOrigin
}

export async function acceptStatement(
  client: Client,
  { village_id, statement, record_version, origin }: AcceptedStatement,
): Promise<AuditEntry> {
  const [village] = await client.query<VillagePlace>(selectVillage, [village_id])
  if (village === undefined) throw new AppError('village_not_found', { value: village_id })
  const { version, ...place } = village
  await requireVersion(client, { noun: 'villages', id: village_id, seen: record_version, current: version })
  const verified = { village_id, basis: 'verified', reported_by_local: true, ...statement } as const
  const id = await insertStatement(client, verified)
  return {
    action: 'accept',
    noun: 'village_services',
    noun_id: String(id),
    after: { id, withdrawn: false, ...verified },
    ...place,
    ...origin,
  }
}

interface VillagePlace extends Row {
  readonly district_code: string
  readonly commune_code: string
  readonly commune_2025_code: string
  readonly version: number
}

const selectVillage = `
select v.district_code, v.commune_code, v.commune_2025_code, v.version
from villages v
where v.id = $1::integer
for no key update`
