/** What is somebody told today of the days that are near or past? From facts that they may read themselves. */
import type { AssignmentState } from '../assignments/lifecycle.ts'
import { toDayNumber } from '../dates.ts'
import type { Role } from '../permissions.ts'
import { isToldOf, type Alert, type AlertKind, type Milestone } from './kinds.ts'

/** Days before a day from which one is told, the nearest first. */
export const alertThresholds_days = [7, 30] as const

/** A carrier has half a month to answer: of that one is told when little is left. */
export const answerThresholds_days = [3] as const

/** What ran out longer ago is in the register, and no news. */
export const longestExpired_days = 30

export interface AssignmentFact {
  readonly assignment_id: number
  readonly state: AssignmentState
  /** ISO days; null: the act sets none, nothing is promised, it has not happened. */
  readonly built_due_on: string | null
  readonly due_on: string | null
  readonly built_promised_on: string | null
  readonly on_air_promised_on: string | null
  readonly built_on: string | null
  readonly on_air_on: string | null
}

export interface CertificateFact {
  readonly station_id: number
  readonly certificate_expires_on: string
}

/** A report against coverage that waits for its carrier. */
export interface AnswerFact {
  readonly challenge_id: number
  readonly answer_due_on: string
}

export interface DayFacts {
  readonly assignments: readonly AssignmentFact[]
  readonly certificates: readonly CertificateFact[]
  readonly answers: readonly AnswerFact[]
}

/** At most one alert for each fact: of a threshold that was missed only the nearer one is told. */
export function toDayAlerts(
  { assignments, certificates, answers }: DayFacts,
  { role, today }: { readonly role: Role; readonly today: string },
): Alert[] {
  return [
    ...assignments.flatMap((fact) => toAssignmentAlerts(fact, today)),
    ...certificates.flatMap((fact) => toCertificateAlerts(fact, today)),
    // What is not late yet is between the carrier and its calendar.
    ...answers
      .flatMap((fact) => toAnswerAlerts(fact, today))
      .filter(({ days }) => days === 0 || role === 'carrier'),
  ].filter(({ kind }) => isToldOf(kind, role))
}

function toAssignmentAlerts(fact: AssignmentFact, today: string): Alert[] {
  // Handed in is the Sở’s turn, however late it is.
  if (fact.state === 'awaiting' || fact.state === 'confirmed') return []
  const { built_due_on, due_on, built_promised_on, on_air_promised_on } = fact
  const isOnAir = fact.on_air_on !== null
  const isBuilt = isOnAir || fact.built_on !== null
  return [
    ...(isBuilt ? [] : toDueAlerts(fact, { milestone: 'built', due_on: built_due_on }, today)),
    // On air and not handed in is late too: only the Sở’s decision ends the duty.
    ...toDueAlerts(fact, { milestone: 'on_air', due_on }, today),
    ...(isBuilt ? [] : toPromiseAlerts(fact, { milestone: 'built', due_on: built_promised_on }, today)),
    ...(isOnAir ? [] : toPromiseAlerts(fact, { milestone: 'on_air', due_on: on_air_promised_on }, today)),
  ]
}

interface DueDay {
  readonly milestone: Milestone
  readonly due_on: string | null
}

function toDueAlerts(fact: AssignmentFact, { milestone, due_on }: DueDay, today: string): Alert[] {
  if (due_on === null) return []
  const days = toThreshold(due_on, today)
  if (days === null) return []
  return [toAssignmentAlert(days === 0 ? 'overdue' : 'deadline', fact, { milestone, due_on, days })]
}

function toPromiseAlerts(fact: AssignmentFact, { milestone, due_on }: DueDay, today: string): Alert[] {
  if (due_on === null || due_on >= today) return []
  return [toAssignmentAlert('promise_passed', fact, { milestone, due_on, days: 0 })]
}

const ofNothing = {
  assignment_id: null,
  station_id: null,
  challenge_id: null,
  challenge_state: null,
  milestone: null,
} as const

function toAssignmentAlert(
  kind: AlertKind,
  { assignment_id }: AssignmentFact,
  due: Pick<Alert, 'milestone' | 'due_on' | 'days'>,
): Alert {
  const key = [kind, assignment_id, due.milestone, due.due_on, due.days].join(':')
  return { ...ofNothing, kind, key, assignment_id, ...due }
}

function toCertificateAlerts(
  { station_id, certificate_expires_on: due_on }: CertificateFact,
  today: string,
): Alert[] {
  const days = toThreshold(due_on, today)
  if (days === null || toDayNumber(today) - toDayNumber(due_on) > longestExpired_days) return []
  const key = ['certificate', station_id, due_on, days].join(':')
  return [{ ...ofNothing, kind: 'certificate', key, station_id, days, due_on }]
}

function toAnswerAlerts({ challenge_id, answer_due_on: due_on }: AnswerFact, today: string): Alert[] {
  const days = toThreshold(due_on, today, answerThresholds_days)
  if (days === null) return []
  const key = ['answer_due', challenge_id, due_on, days].join(':')
  return [{ ...ofNothing, kind: 'answer_due', key, challenge_id, days, due_on }]
}

/** The nearest threshold that is reached: 0 when the day is past, null while it is far. */
function toThreshold(
  due_on: string,
  today: string,
  thresholds: readonly number[] = alertThresholds_days,
): number | null {
  const left_days = toDayNumber(due_on) - toDayNumber(today)
  if (left_days < 0) return 0
  return thresholds.find((days) => left_days <= days) ?? null
}
