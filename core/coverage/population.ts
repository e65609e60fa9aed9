/** Of which villages does a question speak? Those with the power, the assignment and the service that it asks for. */
import { toDayNumber } from '../dates.ts'
import { answerServices, type AskedPower, type Question } from './question.ts'
import type { StatementTable } from './statement-table.ts'
import { toRequiredService } from './states.ts'

/**
 * Which villages does the question speak of? 1 for each that counts, 0 for the others: those without the power or the
 * assignment asked about and, where a service is required (“2G only” is asked of villages with 2G), those that do not have it
 * even in part.
 */
export function findPopulation(
  table: StatementTable,
  question: Question,
  villages: VillageCircumstances,
): Uint8Array {
  const village_count = villages.power.length
  const day = toDayNumber(question.as_of)
  const required = toRequiredService(question.service)
  const had = required === null ? null : answerServices(table, question, { asked: [required], village_count })
  return Uint8Array.from({ length: village_count }, (_, village) => {
    const counts =
      (question.power === 'any' || toPowerOn(villages, village, day) === question.power) &&
      (question.assigned === 'any' ||
        villages.assigned_since[village]! <= day === (question.assigned === 'yes')) &&
      (had === null || had[village]! >= leastOfRequired)
    return counts ? 1 : 0
  })
}

/** Whether every village counts, whatever is known of it. */
export function speaksOfAll({ service, power, assigned }: Question): boolean {
  return power === 'any' && assigned === 'any' && toRequiredService(service) === null
}

/** What of a village decides whether a question speaks of it; columns in the order of the answers. */
export interface VillageCircumstances {
  /** Grid power: 1 yes, 0 no, −1 not known. */
  readonly power: Int8Array
  /** Day number since which there is grid power; the least integer where nobody noted it. */
  readonly power_since: Int32Array
  /** Day number of the first act that assigned it; the greatest integer where none did. */
  readonly assigned_since: Int32Array
}

/** A village that got power after the day had none on that day. */
function toPowerOn(villages: VillageCircumstances, village: number, day: number): AskedPower {
  const power = villages.power[village]!
  if (power < 0) return 'unknown'
  return power === 1 && villages.power_since[village]! <= day ? 'grid' : 'none'
}

/** Position of `partial` in `coverageStates`. */
const leastOfRequired = 2
