/** What has been said of one village, and which of it holds? */
import type { VillageRecord } from '../../core/api/records.ts'
import { services } from '../../core/coverage/states.ts'
import { findStrongest, type Statement } from '../../core/coverage/strongest.ts'
import type { Client, Row } from './database.ts'

export type VillageStatement = VillageRecord['statements'][number]

type StatementRow = Row & Omit<VillageStatement, 'holds' | 'needs_reverification'>

/** Every statement about the village, by service and carrier, the latest observation first. */
export async function listVillageStatements(
  client: Client,
  question: { readonly id: number; readonly today: string },
): Promise<VillageStatement[]> {
  const recorded = await client.query<StatementRow>(
    `
select
  id, note, service, carrier_code, basis::text as basis, state, households_share, observed_on, source_code, reported_by_local
from village_services
where village_id = $1::integer
  and withdrawn_at is null
order by id`,
    [question.id],
  )
  return markHolding(recorded, question.today).sort(compareStatements)
}

/**
 * Says of each statement whether it is the strongest of its service and carrier on the day.
 *
 * @param recorded in the order in which they were recorded
 */
export function markHolding<
  S extends Statement & { readonly service: string; readonly carrier_code: string },
>(recorded: readonly S[], as_of: string): (S & { holds: boolean; needs_reverification: boolean })[] {
  return groupByQuestion(recorded).flatMap((group) => {
    const strongest = findStrongest(group, as_of, 'strongest')
    return group.map((statement) => {
      const holds = strongest !== null && statement === strongest.statement
      return { ...statement, holds, needs_reverification: holds && strongest.needs_reverification }
    })
  })
}

function groupByQuestion<S extends { readonly service: string; readonly carrier_code: string }>(
  statements: readonly S[],
): S[][] {
  const groups = new Map<string, S[]>()
  for (const statement of statements) {
    const key = `${statement.service}/${statement.carrier_code}`
    groups.set(key, [...(groups.get(key) ?? []), statement])
  }
  return [...groups.values()]
}

function compareStatements(a: VillageStatement, b: VillageStatement): number {
  return (
    services.indexOf(a.service) - services.indexOf(b.service) ||
    compareText(a.carrier_code, b.carrier_code) ||
    compareText(b.observed_on, a.observed_on)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
