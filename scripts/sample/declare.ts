/** What does each carrier report of a village at the two dates? United, the reports give the truth; apart, they disagree. */
import {
  statementStates,
  type CoverageState,
  type Service,
  type StatementState,
} from '../../core/coverage/states.ts'
import { figures } from './figures.ts'
import type { Random } from './random.ts'
import type { SampleStatement } from './statement.ts'
import type { Truth } from './truth.ts'
import type { Village } from './village.ts'

/** What one carrier would say of a village if nobody checked; null: nothing. */
export type Opinion = StatementState | null

export interface Speaker {
  readonly carrier: string
  readonly in2020: Opinion
  readonly in2021: Opinion
  /** When the second came about, if a station went on air in between. */
  readonly changed_on: string | null
}

export interface Report extends Speaker {
  /** The village's state stands on this carrier's report at one of the dates. */
  readonly decides: boolean
}

/** Nobody says more than the truth; the first speaker says exactly it. */
export function toReports(speakers: readonly Speaker[], truth: Truth): Report[] {
  const deciders = [findDecider(speakers, 'in2020'), findDecider(speakers, 'in2021')]
  return speakers.map((speaker) => ({
    ...speaker,
    in2020: speaker === deciders[0] ? toStatable(truth.in2020) : atMost(speaker.in2020, truth.in2020),
    in2021: speaker === deciders[1] ? toStatable(truth.in2021) : atMost(speaker.in2021, truth.in2021),
    decides: deciders.includes(speaker),
  }))
}

/** The first speaker with an opinion is the nearest; where none has one, the first of all has to answer. */
function findDecider(speakers: readonly Speaker[], date: 'in2020' | 'in2021'): Speaker | undefined {
  return (
    speakers.find((speaker) => speaker[date] === 'covered') ?? speakers.find((s) => s[date]) ?? speakers[0]
  )
}

function toStatable(state: CoverageState): Opinion {
  return state === 'unknown' ? null : state
}

function atMost(opinion: Opinion, truth: CoverageState): Opinion {
  if (opinion === null || truth === 'unknown') return null
  return statementStates.indexOf(opinion) <= statementStates.indexOf(truth) ? opinion : truth
}

/** How often a carrier repeats in 2021 what it reported in 2020: nobody reports 2G any more. */
const repeatChance: Readonly<Record<Service, number>> = {
  fibre: 0.5,
  '2g': 0.05,
  '3g': 0.25,
  '4g': 0.4,
  '5g': 0,
}

/** The statements of one report: always the first, the second when it says something new (or often anyway), seldom an earlier one. */
export function declare(
  village: Village,
  service: Service,
  report: Report,
  random: Random,
): SampleStatement[] {
  const state = (value: StatementState, observed_on: string): SampleStatement => ({
    village,
    service,
    carrier_code: report.carrier,
    basis: 'declared',
    state: value,
    households_share: toHouseholdsShare(value, random),
    observed_on,
  })
  const statements: SampleStatement[] = []
  if (report.in2020 !== null) {
    if (random.chance(0.04))
      statements.push(
        state(random.chance(0.6) ? report.in2020 : 'not_covered', `2019-12-${day(5, 30, random)}`),
      )
    statements.push(state(report.in2020, `2020-${random.chance(0.7) ? '12' : '11'}-${day(5, 30, random)}`))
  }
  const isNew = report.in2021 !== report.in2020
  if (report.in2021 !== null && (isNew || random.chance(repeatChance[service]))) {
    const on = isNew && report.changed_on !== null ? report.changed_on : `2021-06-${day(5, 30, random)}`
    statements.push(state(report.in2021, on))
  }
  return statements
}

/** Most partial statements give the share of households reached, some do not know it. */
export function toHouseholdsShare(state: StatementState, random: Random): number | null {
  if (state !== 'partial') return null
  const share = Math.round(random.between(0.2, 0.85) * 100) / 100
  return random.chance(0.8) ? share : null
}

export function day(from: number, to: number, random: Random): string {
  return String(random.int(from, to)).padStart(2, '0')
}

/** A week after the station went on air, within the dates of the second report. */
export function toChangeDate(on_air_on: string | null): string | null {
  if (on_air_on === null || on_air_on <= figures.end_of_2020.on) return null
  const reported = new Date(Date.parse(on_air_on) + 7 * 86_400_000).toISOString().slice(0, 10)
  return reported < figures.middle_of_2021.on ? reported : figures.middle_of_2021.on
}
