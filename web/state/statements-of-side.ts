/** Which statements hold for one question, carrier by carrier? */
import type { VillageRecord } from '../../core/api/records.ts'
import type { Question } from '../../core/coverage/question.ts'
import { toServices } from '../../core/coverage/states.ts'
import { findStrongest } from '../../core/coverage/strongest.ts'

export type VillageStatement = VillageRecord['statements'][number]

/** Of every service and carrier that the question asks about the one that holds on its day. */
export function listHoldingStatements(
  statements: readonly VillageStatement[],
  question: Question,
): VillageStatement[] {
  const groups = new Map<string, VillageStatement[]>()
  // In the order in which they were recorded.
  for (const statement of [...statements].sort((a, b) => a.id - b.id)) {
    const { service, carrier_code } = statement
    if (!toServices(question.service).includes(service)) continue
    if (question.carrier !== null && question.carrier !== carrier_code) continue
    const key = `${service} ${carrier_code}`
    groups.set(key, [...(groups.get(key) ?? []), statement])
  }
  return [...groups.values()].flatMap((said) => {
    const held = findStrongest(said, question.as_of, question.basis)
    return held === null ? [] : [held.statement]
  })
}
