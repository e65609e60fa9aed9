/** What do carriers and UBND propose, and what became of it? */
import { Type } from 'typebox'
import { services, statementStates } from '../coverage/states.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { siteChanges, stationChanges } from '../inventory/site-fields.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'
import { confirm, reason, recordId } from './site-edits.ts'

export const proposalStates = ['pending', 'accepted', 'returned', 'withdrawn'] as const

const value = Type.Unknown()

const proposal = Type.Object({
  id: Type.Integer(),
  noun: toEnum(['sites', 'village_services'] as const),
  record_id: Type.Integer(),
  record_code: Type.String(),
  record_name: Type.String(),
  commune_name: Type.String(),
  carrier_code: toNullable(Type.String()),
  proposed_by: Type.String({ description: 'display name' }),
  proposed_at: Type.String(),
  base_version: Type.Integer(),
  record_version: Type.Integer({
    description: 'of the record now; above base_version it has changed since',
  }),
  before: Type.Record(Type.String(), value),
  changes: Type.Record(Type.String(), value),
  from: toNullable(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  to: toNullable(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  distance_m: toNullable(Type.Number()),
  reason: toNullable(Type.String()),
  state: toEnum(proposalStates),
  decided_by: toNullable(Type.String()),
  decided_at: toNullable(Type.String()),
  decision_reason: toNullable(Type.String()),
})

const exampleProposal = {
  id: 5,
  noun: 'sites',
  record_id: 12,
  record_code: 'SL-0012',
  record_name: 'Chợ Ẳng Lo',
  commune_name: 'Ẳng Lo',
  carrier_code: 'alpha',
  proposed_by: 'Trần Văn Alpha',
  proposed_at: '2026-11-24T01:00:00Z',
  base_version: 3,
  record_version: 3,
  before: { lng: 12.1, lat: 40.1 },
  changes: { lng: 12.102, lat: 40.1 },
  from: { lng: 12.1, lat: 40.1 },
  to: { lng: 12.102, lat: 40.1 },
  distance_m: 171,
  reason: 'đo lại bằng GPS',
  state: 'pending',
  decided_by: null,
  decided_at: null,
  decision_reason: null,
}

export const listProposals = defineEndpoint({
  method: 'GET',
  path: paths.listProposals,
  tag: 'edits',
  access: ['local', 'carrier', 'staff', 'admin'],
  summary: 'Proposals: all for the staff, a carrier’s or an UBND’s own for them',
  description: 'Pending ones first and the oldest of them, then the latest decided.',
  example: { proposals: [exampleProposal] },
  query: Type.Object(
    {
      state: Type.Optional(toEnum(proposalStates)),
      site_id: Type.Optional(recordId.properties.id),
      village_id: Type.Optional(recordId.properties.id),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ proposals: Type.Array(proposal) }),
})

export const proposeSite = defineEndpoint({
  method: 'POST',
  path: paths.proposeSite,
  tag: 'edits',
  access: ['carrier'],
  needsVersion: true,
  summary: 'Propose a position or other facts of one’s own site',
  description: 'The same rules as for a change by the staff. Nothing changes until it is accepted.',
  example: { proposal: exampleProposal },
  params: recordId,
  body: Type.Object(
    {
      changes: siteChanges,
      stations: Type.Optional(Type.Array(stationChanges, { maxItems: 50 })),
      confirm,
      reason,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ proposal }),
})

export const proposeStatement = defineEndpoint({
  method: 'POST',
  path: paths.proposeStatement,
  tag: 'edits',
  access: ['local'],
  summary: 'Confirm a service of one’s own village, or report that it is not there',
  description:
    'By the UBND for a village of its units; accepted, it becomes a statement with the basis `verified` of the carrier named.',
  example: { proposal: { ...exampleProposal, noun: 'village_services' } },
  params: recordId,
  body: Type.Object(
    {
      service: toEnum(services),
      carrier_code: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
      state: toEnum(statementStates),
      households_share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
      observed_on: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
      reason,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ proposal }),
})

export const decideProposal = defineEndpoint({
  method: 'POST',
  path: paths.decideProposal,
  tag: 'edits',
  access: ['local', 'carrier', 'staff', 'admin'],
  summary: 'Accept, return or withdraw a proposal',
  description:
    'Staff accept, or return with a reason; whoever proposed may withdraw. Accepting is a change of the record: pass the record’s ' +
    '`record_version`; 412 `version_conflict` when it has moved on, 409 `proposal_decided` when somebody was first.',
  example: { proposal: { ...exampleProposal, state: 'accepted' } },
  params: recordId,
  body: Type.Object(
    {
      decision: toEnum(['accept', 'return', 'withdraw'] as const),
      reason,
      record_version: Type.Optional(Type.Integer({ minimum: 1 })),
      confirm,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ proposal }),
})

export type ProposalRecord = ResponseOf<typeof proposeSite>['proposal']
