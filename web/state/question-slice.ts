/** What is being asked? The question as the user put it, and what follows where they left it open. */
import { askedBases, askedServices, type AskedBasis, type AskedService } from '../../core/coverage/states.ts'
import {
  askedAssigneds,
  askedPowers,
  unitSets,
  weights,
  type AskedAssigned,
  type AskedPower,
  type UnitSet,
  type Weight,
} from '../../core/coverage/question.ts'
import { isIsoDate } from '../../core/dates.ts'
import type { Province } from '../../core/api/province.ts'

export interface AskedQuestion {
  readonly service: AskedService
  /** Null follows the date of the data shown. */
  readonly unit_set: UnitSet | null
  readonly weight: Weight
  readonly carrier: string | null
  readonly basis: AskedBasis
  /** Null is today. */
  readonly as_of: string | null
  readonly power: AskedPower
  readonly assigned: AskedAssigned
}

export const openingQuestion: AskedQuestion = {
  service: 'fibre',
  unit_set: null,
  weight: 'villages',
  carrier: null,
  basis: 'strongest',
  as_of: null,
  power: 'any',
  assigned: 'any',
}

/** The question with some parts changed; a value that does not exist leaves the part as it was. */
export function withQuestion(
  question: AskedQuestion,
  change: Partial<Record<keyof AskedQuestion, string | null>>,
) {
  const pick = <T extends string>(list: readonly T[], value: string | null | undefined, fallback: T): T =>
    list.find((item) => item === value) ?? fallback
  const next: AskedQuestion = {
    service: pick(askedServices, change.service, question.service),
    unit_set:
      change.unit_set === null
        ? null
        : (unitSets.find((set) => set === change.unit_set) ?? question.unit_set),
    weight: pick(weights, change.weight, question.weight),
    carrier: change.carrier === undefined ? question.carrier : change.carrier,
    basis: pick(askedBases, change.basis, question.basis),
    as_of: toAsOf(change.as_of, question.as_of),
    power: pick(askedPowers, change.power, question.power),
    assigned: pick(askedAssigneds, change.assigned, question.assigned),
  }
  return next
}

function toAsOf(change: string | null | undefined, before: string | null): string | null {
  if (change === null) return null
  return change !== undefined && isIsoDate(change) ? change : before
}

type DatedProvince = Pick<Province, 'data' | 'unit_sets'>

/** The day of the newest statement that can count: the as-of day, or the end of the data if that is earlier. */
export function toShownDate(question: AskedQuestion, province: DatedProvince | null, today: string): string {
  const asOf = question.as_of ?? today
  const latest = province?.data.latest_observed_on ?? asOf
  return latest < asOf ? latest : asOf
}

/** The unit set asked for, or the narrowest reading of the day shown: the communes of a reform from the day it took effect. */
export function toUnitSet(question: AskedQuestion, province: DatedProvince | null, today: string): UnitSet {
  if (question.unit_set !== null) return question.unit_set
  const reform = province?.unit_sets.find((set) => set.unit_set === 'commune-2025')
  if (reform === undefined || reform.count === 0) return 'district'
  return toShownDate(question, province, today) < reform.valid_from ? 'district' : 'commune-2025'
}

/** Plans and reports count all villages, whoever serves them; a share of another kind stands beside none of theirs. */
export function isPlanFigure({ weight, carrier, power, assigned }: AskedQuestion): boolean {
  return weight === 'villages' && carrier === null && power === 'any' && assigned === 'any'
}

/** The target of the year shown for the service asked for, in per cent of villages; null where none applies. */
export function findTarget(
  question: AskedQuestion,
  province: (DatedProvince & Pick<Province, 'targets'>) | null,
  today: string,
): Province['targets'][number] | null {
  if (province === null || !isPlanFigure(question)) return null
  const year = Number(toShownDate(question, province, today).slice(0, 4))
  return (
    province.targets.find((target) => target.service === question.service && target.year === year) ?? null
  )
}
