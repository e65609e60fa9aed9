/** How is a proposal kept until the Sở decides? With the record's facts as they were, in the name of whoever proposes. */
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'

export interface NewProposal {
  readonly noun: 'sites' | 'village_services'
  readonly record_id: number
  /** Of the carrier that proposes; none for an UBND. */
  readonly carrier_code: string | null
  readonly proposed_by: number
  readonly base_version: number
  readonly before: object
  readonly changes: object
  readonly reason: string | null
}

/** Where the record lies, and by which request. */
export type ProposalOrigin = Pick<
  AuditEntry,
  'request_id' | 'district_code' | 'commune_code' | 'commune_2025_code'
>

export interface CreatedProposal {
  readonly id: number
  readonly entry: AuditEntry
}

export async function createProposal(
  client: Client,
  proposal: NewProposal,
  origin: ProposalOrigin,
): Promise<CreatedProposal> {
  const { noun, record_id, carrier_code, before, changes, reason } = proposal
  const [created] = await client.query<{ id: number }>(insertProposal, [
    noun,
    noun === 'sites' ? record_id : null,
    noun === 'sites' ? null : record_id,
    carrier_code,
    proposal.proposed_by,
    proposal.base_version,
    JSON.stringify(before),
    JSON.stringify(changes),
    reason,
  ])
  if (created === undefined) throw new Error('A proposal was not written')
  const after = { noun, record_id, state: 'pending', before, changes }
  const entry = {
    action: 'propose',
    noun: 'proposals',
    noun_id: String(created.id),
    after,
    reason,
    carrier_code,
  }
  return { id: created.id, entry: { ...entry, ...origin } }
}

const insertProposal = `
insert into proposals (
  noun, site_id, village_id, carrier_code, proposed_by, base_version, before, changes, reason
)
values (
  $1::text, $2::integer, $3::integer, $4::text, $5::integer, $6::integer, $7::jsonb, $8::jsonb, $9::text
)
returning id`
