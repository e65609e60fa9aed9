/** How does a statement that was entered wrongly stop counting, and count again? It stays, with the time of its withdrawal. */
import { AppError } from '../../core/errors.ts'
import { listUnitsOfBatch } from './batch-units.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'
import type { ChangeOrigin } from './site-entry.ts'

/** One statement, or all of one import. */
type StatementsAsked = { readonly id: number } | { readonly batch_id: string }

interface StatementsWork {
  readonly which: StatementsAsked
  readonly to: 'withdrawn' | 'counting'
  readonly origin: ChangeOrigin
}

interface EntryOfStatements {
  readonly noun_id: string | null
  readonly batch_id: string | null
  /** As the audit log has them: null or absent where there was no statement, `withdrawn` where it did not count. */
  readonly before: unknown
  readonly after: unknown
}

/** Puts the statements of an entry back to what they were before or after it. */
export function restoreStatementEntry(
  client: Client,
  {
    entry,
    side,
    origin,
  }: {
    readonly entry: EntryOfStatements
    readonly side: 'before' | 'after'
    readonly origin: ChangeOrigin
  },
): Promise<AuditEntry> {
  const { noun_id, batch_id } = entry
  const then = entry[side] as { readonly withdrawn?: boolean } | null | undefined
  const doesCount = then !== null && then !== undefined && then.withdrawn !== true
  if (noun_id === null && batch_id === null) throw new AppError('not_restorable', { reason: 'no_statements' })
  const which = noun_id === null ? { batch_id: batch_id! } : { id: Number(noun_id) }
  return setWithdrawn(client, { which, origin, to: doesCount ? 'counting' : 'withdrawn' })
}

async function setWithdrawn(client: Client, { which, origin, to }: StatementsWork): Promise<AuditEntry> {
  const id = 'id' in which ? which.id : null
  const batch_id = 'batch_id' in which ? which.batch_id : null
  const written = await client.query<WrittenStatement>(updateWithdrawn, [id, batch_id, to === 'withdrawn'])
  const [first] = written
  if (first === undefined) throw new AppError('nothing_changed')
  const { statement, ...place } = first
  const told = id === null ? { rows: written.length } : statement
  return {
    action: to === 'withdrawn' ? 'withdraw' : 'restore',
    noun: 'village_services',
    before: { ...told, withdrawn: to !== 'withdrawn' },
    after: { ...told, withdrawn: to === 'withdrawn' },
    ...(batch_id === null
      ? { noun_id: String(id), ...place }
      : { batch_id, units: await listUnitsOfBatch(client, batch_id) }),
    ...origin,
  }
}

interface WrittenStatement extends Row {
  readonly statement: object
  readonly district_code: string
  readonly commune_code: string
  readonly commune_2025_code: string
}

const updateWithdrawn = `
update village_services s
set withdrawn_at = case when $3::boolean then now() end
from villages v
where v.id = s.village_id
  and (s.id = $1::bigint or s.batch_id = $2::uuid)
  and (s.withdrawn_at is null) = $3::boolean
returning
  jsonb_build_object(
    'id', s.id,
    'village_id', s.village_id,
    'service', s.service,
    'carrier_code', s.carrier_code,
    'basis', s.basis,
    'state', s.state,
    'households_share', s.households_share,
    'observed_on', s.observed_on,
    'source_code', s.source_code,
    'note', s.note
  ) as statement,
  v.district_code,
  v.commune_code,
  v.commune_2025_code`
