/** Carriers and UBND propose, the Sở decides. */
import type { FastifyInstance } from 'fastify'
import {
  decideProposal,
  listProposals,
  proposeSite,
  proposeStatement,
  type ProposalRecord,
} from '../../core/api/proposals.ts'
import { isIsoDate } from '../../core/dates.ts'
import { AppError } from '../../core/errors.ts'
import { cleanSiteEdit } from '../../core/inventory/site-edit.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { decideProposal as decide } from '../db/decide-proposal.ts'
import { listProposals as listRows } from '../db/proposals.ts'
import { proposeSite as createSiteProposal } from '../db/propose-site.ts'
import {
  proposeStatement as createStatementProposal,
  type ProposedStatement,
} from '../db/propose-statement.ts'
import { refuseTaken } from '../db/site-references.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { requireUnits } from './require-known.ts'
import { toReason } from './to-reason.ts'

export function addProposals(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, listProposals, async ({ actor, query }) => ({
    proposals: await listRows(as(actor), query),
  }))
  addSiteProposals(app, as)
  addStatementProposals(app, as)
  addEndpoint(app, decideProposal, async ({ actor, params: { id }, body, request_id }) => {
    const reason = toReason(body.reason)
    const { decision, record_version, confirm = [] } = body
    const decided = { id, decision, reason, record_version, confirm, by: actor, request_id }
    return refuseTaken(() =>
      change(as(actor), async (client) => {
        const entries = await decide(client, decided)
        return { entries, result: { proposal: await getProposal(client, id) } }
      }),
    )
  })
}

function addSiteProposals(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, proposeSite, async ({ actor, params: { id }, body, version, request_id }) => {
    const edit = cleanSiteEdit({ changes: body.changes, stations: body.stations ?? [] })
    const reason = toReason(body.reason)
    const { carrier_code, user_id } = requireCarrierAccount(actor)
    const { commune_code } = edit.changes
    const confirm = body.confirm ?? []
    const proposal = { id, version, edit, confirm, carrier_code, user_id, reason, request_id }
    return change(as(actor), async (client) => {
      if (commune_code !== undefined) await requireUnits(client, { commune_code })
      const created = await createSiteProposal(client, proposal)
      return { entries: [created.entry], result: { proposal: await getProposal(client, created.id) } }
    })
  })
}

function addStatementProposals(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, proposeStatement, async ({ actor, params: { id }, body, request_id }) => {
    const { reason: given, ...statement } = body
    requirePossible(statement)
    const reason = toReason(given)
    const by = { units: actor.units, user_id: requireAccount(actor) }
    const proposal = { village_id: id, statement, by, reason, request_id }
    return change(as(actor), async (client) => {
      const created = await createStatementProposal(client, proposal)
      return { entries: [created.entry], result: { proposal: await getProposal(client, created.id) } }
    })
  })
}

/** Nobody has seen what is still to come; a share is of what is partly covered. */
function requirePossible({ observed_on, state, households_share }: ProposedStatement): void {
  const { today } = toDays(undefined)
  if (!isIsoDate(observed_on) || observed_on < '1990-01-01' || observed_on > today) {
    throw new AppError('value_invalid', { field: 'observed_on', value: observed_on, expected: `<= ${today}` })
  }
  if (households_share !== undefined && state !== 'partial') {
    throw new AppError('value_invalid', { field: 'households_share', expected: 'state: partial' })
  }
}

async function getProposal(client: Client, id: number): Promise<ProposalRecord> {
  const [proposal] = await listRows(client, { id })
  if (proposal === undefined) throw new AppError('proposal_not_found', { value: id })
  return proposal
}

function requireAccount({ user_id }: Actor): number {
  if (user_id === null) throw new AppError('not_signed_in')
  return user_id
}

function requireCarrierAccount(actor: Actor): { readonly carrier_code: string; readonly user_id: number } {
  const { role, carrier_code } = actor
  if (carrier_code === null) throw new AppError('not_allowed', { role })
  return { carrier_code, user_id: requireAccount(actor) }
}
