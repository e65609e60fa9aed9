/** What becomes of a proposal? The Sở accepts or returns it, whoever proposed takes it back; the first decision stands. */
import { AppError } from '../../core/errors.ts'
import type { SiteEdit } from '../../core/inventory/site-edit.ts'
import type { SiteChanges, SiteWarning, StationChanges } from '../../core/inventory/site-fields.ts'
import { can, type Role } from '../../core/permissions.ts'
import { acceptStatement } from './accept-statement.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'
import type { ProposedStatement } from './propose-statement.ts'
import { updateSite } from './update-site.ts'

export const decisions = { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' } as const

export interface ProposalDecision {
  readonly id: number
  readonly decision: keyof typeof decisions
  readonly reason: string | null
  /** Of the record as the decider saw it; needed to accept. */
  readonly record_version: number | undefined
  readonly confirm: readonly SiteWarning[]
  readonly by: { readonly role: Role; readonly user_id: number | null }
  readonly request_id: string
}

/** The entries of the record, when it is changed, and of the proposal. */
export async function decideProposal(client: Client, decided: ProposalDecision): Promise<AuditEntry[]> {
  const proposal = await findProposal(client, decided.id)
  if (proposal === null) throw new AppError('proposal_not_found', { value: decided.id })
  requireMayDecide(proposal, decided)
  await closeProposal(client, proposal, decided)
  const recordEntries = decided.decision === 'accept' ? await acceptRecord(client, proposal, decided) : []
  return [...recordEntries, toEntry(proposal, decided)]
}

interface KeptProposal extends Row {
  readonly id: number
  readonly noun: 'sites' | 'village_services'
  readonly record_id: number
  readonly carrier_code: string | null
  readonly proposed_by: number
  readonly before: object
  readonly changes: object
  readonly reason: string | null
  readonly state: string
  readonly is_restricted: boolean
  readonly district_code: string | null
  readonly commune_code: string | null
  readonly commune_2025_code: string | null
}

async function findProposal(client: Client, id: number): Promise<KeptProposal | null> {
  const [proposal] = await client.query<KeptProposal>(
    `
select
  p.id, p.noun, coalesce(p.site_id, p.village_id) as record_id, p.carrier_code, p.proposed_by, p.before, p.changes,
  p.reason, p.state,
  coalesce(s.visibility = 'restricted', false) as is_restricted,
  coalesce(s.district_code, v.district_code) as district_code,
  coalesce(s.commune_code, v.commune_code) as commune_code,
  coalesce(s.commune_2025_code, v.commune_2025_code) as commune_2025_code
from proposals p
left join visible_sites s on s.id = p.site_id
left join villages v on v.id = p.village_id
where p.id = $1::integer`,
    [id],
  )
  return proposal ?? null
}

function requireMayDecide(
  proposal: KeptProposal,
  { decision, reason, record_version, by }: ProposalDecision,
): void {
  const isAllowed =
    decision === 'withdraw' ? proposal.proposed_by === by.user_id : can(by.role, 'decide', 'proposals')
  if (!isAllowed) throw new AppError('not_allowed', { role: by.role, field: 'decision' })
  if (decision === 'return' && reason === null) {
    throw new AppError('value_invalid', { field: 'reason', value: null, expected: 'required' })
  }
  if (decision === 'accept' && record_version === undefined) {
    throw new AppError('version_required', { field: 'record_version' })
  }
}

/** Of two who decide at once the second waits here, and then finds it decided. */
async function closeProposal(
  client: Client,
  { state }: KeptProposal,
  { id, decision, reason, by }: ProposalDecision,
): Promise<void> {
  const closed = await client.query(
    `
update proposals
set
  state = $2::text,
  decided_by = $3::integer,
  decided_at = now(),
  decision_reason = $4::text,
  version = version + 1
where id = $1::integer
  and state = 'pending'
returning id`,
    [id, decisions[decision], decision === 'withdraw' ? null : by.user_id, reason],
  )
  if (closed.length === 0)
    throw new AppError('proposal_decided', { state: state === 'pending' ? null : state })
}

async function acceptRecord(
  client: Client,
  proposal: KeptProposal,
  { record_version = 0, confirm, by, reason, request_id }: ProposalDecision,
): Promise<AuditEntry[]> {
  const origin = { reason: reason ?? proposal.reason, request_id }
  if (proposal.noun === 'village_services') {
    const statement = proposal.changes as ProposedStatement
    const accepted = { village_id: proposal.record_id, statement, record_version, origin }
    const entry = await acceptStatement(client, accepted).catch(acceptNothing)
    return entry === null ? [] : [entry]
  }
  const { stations = [], ...changes } = proposal.changes as SiteChanges & { stations?: StationChanges[] }
  const edit: SiteEdit = { changes, stations }
  const update = { id: proposal.record_id, version: record_version, edit, confirm, role: by.role, origin }
  const updated = await updateSite(client, { ...update, action: 'accept' }).catch(acceptNothing)
  return updated === null ? [] : [updated.entry]
}

/** The record says already what was proposed. */
function acceptNothing(error: unknown): null {
  const isSaid = error instanceof AppError && ['nothing_changed', 'statement_repeated'].includes(error.code)
  if (isSaid) return null
  throw error
}

function toEntry(proposal: KeptProposal, { decision, reason, request_id }: ProposalDecision): AuditEntry {
  const { id, noun, record_id, proposed_by, before, changes } = proposal
  const record = { noun, record_id, proposed_by, before, changes }
  return {
    action: decision,
    noun: 'proposals',
    noun_id: String(id),
    before: { ...record, state: 'pending' },
    after: { ...record, state: decisions[decision] },
    reason,
    request_id,
    carrier_code: proposal.carrier_code,
    restricted: proposal.is_restricted,
    district_code: proposal.district_code,
    commune_code: proposal.commune_code,
    commune_2025_code: proposal.commune_2025_code,
  }
}
