/** How does an UBND confirm a service at a village of its units, or report that it is not there? */
import type { Service, StatementState } from '../../core/coverage/states.ts'
import type { Actor } from '../../core/permissions.ts'
import { isInUnits } from '../../core/permissions.ts'
import { AppError } from '../../core/errors.ts'
import { createProposal, type CreatedProposal } from './create-proposal.ts'
import { hasCarrier } from './carriers.ts'
import type { Client, Row } from './database.ts'

export interface StatementProposal {
  readonly village_id: number
  readonly statement: ProposedStatement
  readonly by: Pick<Actor, 'units'> & { readonly user_id: number }
  readonly reason: string | null
  readonly request_id: string
}

export interface ProposedStatement {
  readonly service: Service
  readonly carrier_code: string
  readonly state: StatementState
  readonly households_share?: number
  readonly observed_on: string
}

export async function proposeStatement(
  client: Client,
  { village_id, statement, by, reason, request_id }: StatementProposal,
): Promise<CreatedProposal> {
  const village = await findVillagePlace(client, village_id)
  if (village === null) throw new AppError('village_not_found', { value: village_id })
  const { version, ...place } = village
  if (!isInUnits(by, place)) throw new AppError('not_allowed', { role: 'local' })
  if (!(await hasCarrier(client, statement.carrier_code))) {
    throw new AppError('carrier_not_found', { field: 'carrier_code', value: statement.carrier_code })
  }
  const proposal = {
    noun: 'village_services',
    record_id: village_id,
    carrier_code: null,
    proposed_by: by.user_id,
    base_version: version,
    before: {},
    changes: statement,
    reason,
  } as const
  return createProposal(client, proposal, { request_id, ...place })
}

interface VillagePlace extends Row {
  readonly district_code: string
  readonly commune_code: string
  readonly commune_2025_code: string
  readonly version: number
}

async function findVillagePlace(client: Client, id: number): Promise<VillagePlace | null> {
  const [village] = await client.query<VillagePlace>(
    `
select v.district_code, v.commune_code, v.commune_2025_code, v.version
from villages v
where v.id = $1::integer`,
    [id],
  )
  return village ?? null
}
