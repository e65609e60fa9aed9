/** What does the Sở’s decision about an assigned village say of its coverage? Verified statements, in the same transaction. */
import type { Service, StatementState } from '../../core/coverage/states.ts'
import { AppError } from '../../core/errors.ts'
import type { AuditEntry } from './change.ts'
import { createStatement } from './create-statement.ts'
import type { Client, Row } from './database.ts'
import type { ChangeOrigin } from './site-entry.ts'

export interface Verification {
  readonly village_id: number
  readonly carrier_code: string
  readonly services: readonly Service[]
  readonly state: Exclude<StatementState, 'partial'>
  /** ISO days. */
  readonly observed_on: string
  readonly today: string
  readonly origin: ChangeOrigin
}

export interface VerifiedStatements {
  /** Also those that said it before. */
  readonly ids: readonly number[]
  readonly entries: readonly AuditEntry[]
}

export async function verifyAssigned(client: Client, asked: Verification): Promise<VerifiedStatements> {
  const { services, observed_on, today, origin, ...said } = asked
  await lockVillage(client, said.village_id)
  const ids: number[] = []
  const entries: AuditEntry[] = []
  for (const service of services) {
    const latest = await findLatest(client, asked, service)
    if (latest?.state === said.state && latest.observed_on >= observed_on) {
      ids.push(latest.id)
      continue
    }
    // A later observation would hold against what is decided here, which would then have moved nothing.
    if (latest !== null && latest.observed_on > observed_on) {
      const expected = `>= ${latest.observed_on}`
      throw new AppError('value_invalid', { field: 'happened_on', value: observed_on, expected })
    }
    const statement = { ...said, service, observed_on, basis: 'verified' } as const
    const made = await createStatement(client, { statement, today, origin, when_said: 'say again' })
    ids.push(made.id)
    entries.push(made.entry)
  }
  return { ids, entries }
}

async function lockVillage(client: Client, village_id: number): Promise<void> {
  await client.query<{ id: number }>(
    `
select v.id
from villages v
where v.id = $1::integer
for no key update`,
    [village_id],
  )
}

interface LatestStatement extends Row {
  readonly id: number
  readonly state: StatementState
  readonly observed_on: string
}

/** Of what the carrier is verified to give; the order is that of server/db/held-statements.ts. */
async function findLatest(
  client: Client,
  { village_id, carrier_code }: Verification,
  service: Service,
): Promise<LatestStatement | null> {
  const [latest] = await client.query<LatestStatement>(
    `
select s.id, s.state, s.observed_on
from village_services s
where s.village_id = $1::integer
  and s.carrier_code = $2::text
  and s.service = $3::text
  and s.basis = 'verified'
  and s.withdrawn_at is null
order by s.observed_on desc, s.id desc
limit 1`,
    [village_id, carrier_code, service],
  )
  return latest ?? null
}
