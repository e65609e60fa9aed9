/** What has been proposed, and what became of it? As far as the actor may read it. */
import type { ProposalRecord, proposalStates } from '../../core/api/proposals.ts'
import { toDistanceM } from '../../core/gaps/nearest.ts'
import type { Client, Row } from './database.ts'
import { createSqlParameters } from './sql-parameters.ts'

export interface ProposalQuestion {
  readonly id?: number
  readonly state?: (typeof proposalStates)[number]
  readonly site_id?: number
  readonly village_id?: number
}

const most = 500

/** Pending ones first and the oldest of them, then the latest decided; at most 500. */
export async function listProposals(client: Client, asked: ProposalQuestion): Promise<ProposalRecord[]> {
  const { bind, values } = createSqlParameters()
  const conditions = [
    asked.id === undefined ? [] : [`p.id = ${bind(asked.id, 'integer')}`],
    asked.state === undefined ? [] : [`p.state = ${bind(asked.state, 'text')}`],
    asked.site_id === undefined ? [] : [`p.site_id = ${bind(asked.site_id, 'integer')}`],
    asked.village_id === undefined ? [] : [`p.village_id = ${bind(asked.village_id, 'integer')}`],
  ].flat()
  const rows = await client.query<ProposalRow>(
    `${selectProposals}
where ${['true', ...conditions].join('\n  and ')}
order by
  p.state = 'pending' desc,
  case when p.state = 'pending' then p.proposed_at end,
  p.decided_at desc,
  p.id desc
limit ${bind(most, 'integer')}`,
    values,
  )
  return rows.map(toProposal)
}

type ProposalRow = Row & Omit<ProposalRecord, 'from' | 'to' | 'distance_m'>

/**
 * Who decided is told to the Sở only; to others it is the Sở that decided. A carrier counts versions of its own site by what it
 * sees of it, the Sở by what was written: to the Sở the version proposed for is the present one less what was written since.
 */
const selectProposals = `
select
  p.id,
  p.noun,
  coalesce(p.site_id, p.village_id) as record_id,
  coalesce(s.code, v.code, '') as record_code,
  coalesce(s.name, v.name, '') as record_name,
  coalesce(commune.name, '') as commune_name,
  p.carrier_code,
  coalesce(author.display_name, carrier.name, '') as proposed_by,
  p.proposed_at,
  case
    when p.noun = 'sites' and (select app_role()) in ('staff', 'admin') then s.version - (
      select count(*)::integer
      from visible_audit_log a
      where a.noun = 'sites'
        and a.noun_id = p.site_id::text
        and a.at > p.proposed_at
    )
    else p.base_version
  end as base_version,
  coalesce(s.version, v.version, p.base_version) as record_version,
  p.before,
  p.changes,
  p.reason,
  p.state,
  decider.display_name as decided_by,
  p.decided_at,
  p.decision_reason
from proposals p
left join visible_sites s on s.id = p.site_id
left join villages v on v.id = p.village_id
left join admin_units commune
  on commune.unit_set = 'commune'
  and commune.code = coalesce(s.commune_code, v.commune_code)
left join carriers carrier on carrier.code = p.carrier_code
left join user_names author on author.id = p.proposed_by
left join user_names decider on decider.id = p.decided_by and (select app_role()) in ('staff', 'admin')`

function toProposal(row: ProposalRow): ProposalRecord {
  const from = toPosition(row.before)
  const to = toPosition(row.changes)
  const distance_m =
    from === null || to === null ? null : Math.round(toDistanceM([from.lng, from.lat], [to.lng, to.lat]))
  return { ...row, from, to, distance_m }
}

/** A proposal that moves a site names both axes. */
function toPosition({ lng, lat }: Readonly<Record<string, unknown>>): ProposalRecord['from'] {
  return typeof lng === 'number' && typeof lat === 'number' ? { lng, lat } : null
}
