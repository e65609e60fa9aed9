/** Who contradicts the reports? Predictions, measurements and verifications that agree, disagree or have grown old. */
import { statementStates, type Basis, type Service, type StatementState } from '../../core/coverage/states.ts'
import { figures } from './figures.ts'
import { day, toHouseholdsShare, type Report } from './declare.ts'
import type { Random } from './random.ts'
import type { SampleStatement } from './statement.ts'
import type { Truth } from './truth.ts'
import type { Village } from './village.ts'

interface Case {
  readonly village: Village
  readonly service: Service
  readonly truth: Truth
}

/**
 * None of these changes the united state on either date: what agrees may be of any carrier, what takes something away is
 * of a carrier on which nothing stands, what adds something is refuted by the same carrier's stronger statement.
 */
export function contradict(subject: Case, reports: readonly Report[], random: Random): SampleStatement[] {
  if (subject.truth.in2021 === 'unknown') return []
  const statements = reports.flatMap((report) => [
    ...predict(subject, report, random),
    ...measure(subject, report, random),
  ])
  const isGap = subject.truth.in2021 === 'not_covered'
  return [...statements, ...(isGap && random.chance(0.3) ? refute(subject, reports, random) : [])]
}

/** Of any carrier that reported: whatever was predicted, its report is stronger. */
function predict(subject: Case, report: Report, random: Random): SampleStatement[] {
  if (report.in2020 === null || !random.chance(0.05)) return []
  const state = random.chance(0.6) ? report.in2020 : random.pick(statementStates)
  return [
    make(
      subject,
      report.carrier,
      'predicted',
      state,
      `2020-0${random.int(3, 9)}-${day(1, 28, random)}`,
      random,
    ),
  ]
}

function measure(subject: Case, report: Report, random: Random): SampleStatement[] {
  const { in2020, in2021, carrier, decides } = report
  if (in2020 === null) return []
  if (decides) {
    if (in2020 !== in2021 || in2020 === 'not_covered' || !random.chance(0.045)) return []
    const basis = random.chance(0.3) ? 'verified' : 'measured'
    const on = `2021-0${random.int(1, 5)}-${day(1, 28, random)}`
    const check = make(subject, carrier, basis, in2020, on, random)
    // A verification that a later report of the same carrier contradicts: it still holds, and should be repeated.
    const isContradicted = basis === 'verified' && in2020 === 'covered' && random.chance(0.25)
    return isContradicted
      ? [check, make(subject, carrier, 'declared', 'partial', '2021-06-30', random)]
      : [check]
  }
  if (in2020 !== 'covered' || !random.chance(0.04)) return []
  const state = random.chance(0.5) ? 'not_covered' : 'partial'
  const basis = random.chance(0.35) ? 'verified' : 'measured'
  return [make(subject, carrier, basis, state, `2020-${random.int(10, 12)}-${day(1, 28, random)}`, random)]
}

/** A carrier claims a village that has nothing of the kind; measuring or the Sở found otherwise. */
function refute(subject: Case, reports: readonly Report[], random: Random): SampleStatement[] {
  const claimant = reports.at(-1)
  if (claimant === undefined) return []
  const basis = random.chance(0.6) ? 'measured' : 'verified'
  const found = `2020-${random.int(10, 12)}-${day(1, 14, random)}`
  const claimed = random.chance(0.5) ? `2020-12-${day(15, 30, random)}` : `2021-05-${day(1, 28, random)}`
  return [
    make(subject, claimant.carrier, basis, 'not_covered', found, random),
    make(subject, claimant.carrier, 'declared', 'covered', claimed, random),
  ].filter(({ observed_on }) => observed_on <= figures.middle_of_2021.on)
}

function make(
  { village, service }: Case,
  carrier_code: string,
  basis: Basis,
  state: StatementState,
  observed_on: string,
  random: Random,
): SampleStatement {
  const households_share = toHouseholdsShare(state, random)
  return { village, service, carrier_code, basis, state, households_share, observed_on }
}
