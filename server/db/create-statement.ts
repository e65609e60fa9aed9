/** How is said what covers a village? By a new statement, which rewrites no other. */
import type { StatementState, Basis, Service } from '../../core/coverage/states.ts'
import { AppError } from '../../core/errors.ts'
import { requirePastDay } from '../../core/inventory/village-edit.ts'
import { hasCarrier } from './carriers.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'
import { requireSource } from './prepare-village.ts'
import type { ChangeOrigin } from './site-entry.ts'

export interface NewStatement {
  readonly village_id: number
  readonly service: Service
  readonly carrier_code: string
  readonly basis: Basis
  readonly state: StatementState
  readonly households_share?: number | null
  readonly observed_on: string
  readonly source_code?: string | null
  readonly note?: string | null
  /** An UBND said it, and the Sở accepted it. */
  readonly reported_by_local?: true
}

export interface StatementCreation {
  readonly statement: NewStatement
  /** ISO date. */
  readonly today: string
  readonly origin: ChangeOrigin
  /** What has been said may be said again where something else was said since; refused otherwise. */
  readonly when_said?: 'refuse' | 'say again'
}

export async function createStatement(
  client: Client,
  { statement, today, origin, when_said = 'refuse' }: StatementCreation,
): Promise<{ readonly id: number; readonly entry: AuditEntry }> {
  const place = await findStatementPlace(client, statement.village_id)
  if (place === null) throw new AppError('village_not_found', { value: statement.village_id })
  await requireValidStatement(client, statement, today)
  if (when_said === 'refuse') await requireUnsaid(client, statement)
  const id = await insertRow(client, statement)
  const after = { id, withdrawn: false, ...statement }
  const entry = {
    action: 'create',
    noun: 'village_services',
    noun_id: String(id),
    after,
    ...place,
    ...origin,
  }
  return { id, entry }
}

async function requireValidStatement(client: Client, statement: NewStatement, today: string): Promise<void> {
  const { carrier_code, state, households_share: share = null, observed_on, source_code = null } = statement
  requirePastDay('observed_on', observed_on, today)
  if (share !== null && state !== 'partial') {
    throw new AppError('value_invalid', { field: 'households_share', value: share, expected: 'partial' })
  }
  await requireSource(client, source_code)
  if (!(await hasCarrier(client, carrier_code))) {
    throw new AppError('carrier_not_found', { field: 'carrier_code', value: carrier_code })
  }
}

interface StatementPlace extends Row {
  readonly district_code: string
  readonly commune_code: string
  readonly commune_2025_code: string
}

async function findStatementPlace(client: Client, village_id: number): Promise<StatementPlace | null> {
  const [place] = await client.query<StatementPlace>(
    `
select v.district_code, v.commune_code, v.commune_2025_code
from villages v
where v.id = $1::integer
for no key update`,
    [village_id],
  )
  return place ?? null
}

/**
 * The id of the statement. What it says has been checked, and its village is kept for this transaction, so that of two who say
 * the same at once one is told so.
 */
export async function insertStatement(client: Client, statement: NewStatement): Promise<number> {
  await requireUnsaid(client, statement)
  return insertRow(client, statement)
}

async function insertRow(client: Client, statement: NewStatement): Promise<number> {
  const [created] = await client.query<{ id: number }>(insertStatementRow, [
    statement.village_id,
    statement.service,
    statement.carrier_code,
    statement.basis,
    statement.state,
    statement.households_share ?? null,
    statement.observed_on,
    statement.source_code ?? null,
    statement.note ?? null,
    statement.reported_by_local ?? false,
  ])
  if (created === undefined) throw new Error('A statement was not written')
  return created.id
}

async function requireUnsaid(client: Client, statement: NewStatement): Promise<void> {
  const [said] = await client.query<{ id: number }>(selectSame, [
    statement.village_id,
    statement.service,
    statement.carrier_code,
    statement.basis,
    statement.state,
    statement.households_share ?? null,
    statement.observed_on,
  ])
  if (said !== undefined) throw new AppError('statement_repeated', { statement_id: said.id })
}

/** Whether a statement `s` says what `r` says: who wrote it down, and from which document, does not make it another one. */
export const isSameStatement = `
  s.service = r.service
  and s.carrier_code = r.carrier_code
  and s.basis::text = r.basis
  and s.observed_on = r.observed_on
  and s.state = r.state
  and s.households_share is not distinct from r.households_share
  and s.withdrawn_at is null`

const selectSame = `
select s.id
from village_services s
cross join (
  values ($2::text, $3::text, $4::text, $5::text, $6::double precision, $7::date)
) as r (service, carrier_code, basis, state, households_share, observed_on)
where s.village_id = $1::integer
  and ${isSameStatement}
order by s.id
limit 1`

const insertStatementRow = `
insert into village_services (
  village_id, service, carrier_code, basis, state, households_share, observed_on, source_code, note,
  reported_by_local, is_sample
)
values (
  $1::integer, $2::text, $3::text, $4::coverage_basis, $5::text, $6::double precision, $7::date, $8::text, $9::text,
  $10::boolean, false
)
returning id`
