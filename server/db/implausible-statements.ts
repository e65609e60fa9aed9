/** Which reports contradict what is known of the networks, of those that somebody asks about? */
import type { ImplausibleList, ImplausibleRow } from '../../core/api/implausible.ts'
import { findImplausible, type ImplausibleStatement } from '../../core/coverage/implausible.ts'
import type { ReasonCode } from '../../core/coverage/implausible/reasons.ts'
import type { Service } from '../../core/coverage/states.ts'
import type { Client } from './database.ts'
import { readJudgedInventory, type JudgedStatementRow, type JudgedVillageRow } from './judged-inventory.ts'

export interface ImplausibleQuestion {
  /** ISO day. */
  readonly as_of: string
  readonly carrier?: string
  readonly service?: Service
  readonly reason?: ReasonCode
  readonly district_code?: string
  readonly commune_code?: string
  readonly commune_2025_code?: string
}

type Found = Pick<ImplausibleList, 'judged' | 'counts' | 'statements'>

/** All is judged, because a jump shows only in all of a district; what is not asked for is left out afterwards. */
export async function listImplausible(client: Client, question: ImplausibleQuestion): Promise<Found> {
  const records = await readJudgedInventory(client, question.as_of)
  const villages = new Map(records.village_rows.map((village) => [village.id, village]))
  const asked = new Map<number, Asked>()
  for (const statement of records.statements) {
    const village = villages.get(statement.village_id)
    if (statement.basis !== 'declared' || village === undefined) continue
    if (isAsked(question, statement, village)) asked.set(statement.id, { statement, village })
  }
  const found = findImplausible(records, question.as_of).filter(({ id }) => asked.has(id))
  const count = (reason: ReasonCode) => found.filter((row) => hasReason(row, reason)).length
  const { reason } = question
  return {
    judged: asked.size,
    counts: {
      no_site_in_reach: count('no_site_in_reach'),
      no_fibre_in_reach: count('no_fibre_in_reach'),
      before_on_air: count('before_on_air'),
      district_jump: count('district_jump'),
      contradicts_verification: count('contradicts_verification'),
    },
    statements: found
      .filter((row) => reason === undefined || hasReason(row, reason))
      .map((row) => ({ ...toRow(asked.get(row.id)!), ...row, reasons: [...row.reasons] })),
  }
}

function hasReason({ reasons }: ImplausibleStatement, reason: ReasonCode): boolean {
  return reasons.some(({ code }) => code === reason)
}

interface Asked {
  readonly statement: JudgedStatementRow
  readonly village: JudgedVillageRow
}

function isAsked(
  question: ImplausibleQuestion,
  statement: JudgedStatementRow,
  village: JudgedVillageRow,
): boolean {
  const isIt = (asked: string | undefined, value: string) => asked === undefined || asked === value
  return (
    isIt(question.carrier, statement.carrier_code) &&
    isIt(question.service, statement.service) &&
    isIt(question.district_code, village.district_code) &&
    isIt(question.commune_code, village.commune_code) &&
    isIt(question.commune_2025_code, village.commune_2025_code)
  )
}

function toRow({ statement, village }: Asked): Omit<ImplausibleRow, 'id' | 'is_current' | 'reasons'> {
  const { id, code, name, has_position: _, ...place } = village
  const { village_id: _village, basis: _basis, id: _statement, ...said } = statement
  return { village_id: id, village_code: code, village_name: name, ...place, ...said }
}
