/** Of what is somebody told without looking? One table of kinds: who may be told, and what about. */
import type { ChallengeState } from '../challenges/lifecycle.ts'
import type { Role } from '../permissions.ts'

export interface AlertKindEntry {
  /** Whoever is none of these is never told. */
  readonly roles: readonly Role[]
  /** `day`: found once a day from what is written down. `step`: made together with what somebody did. */
  readonly from: 'day' | 'step'
}

const carrier: readonly Role[] = ['carrier']
const carrierAndOffice: readonly Role[] = ['carrier', 'staff', 'admin']

export const alertKinds = {
  /** The act's day is near; a carrier's own promise is no deadline. */
  deadline: { roles: carrier, from: 'day' },
  /** The act's day is past. */
  overdue: { roles: carrierAndOffice, from: 'day' },
  /** The day that the carrier itself has promised is past. */
  promise_passed: { roles: carrierAndOffice, from: 'day' },
  /** The Sở returned a report, or reopened what it had accepted. */
  returned: { roles: carrier, from: 'step' },
  accepted: { roles: carrier, from: 'step' },
  /** The Sở asks the UBND what is true on the ground. */
  asked: { roles: ['local'], from: 'step' },
  /** The grid has reached a village whose carrier waited for it. */
  power: { roles: carrierAndOffice, from: 'step' },
  /** A station's certificate runs out, or has; that of a site on generator power says so. */
  certificate: { roles: carrierAndOffice, from: 'day' },
  /** A report against a carrier’s coverage came in, was sent on, answered or decided: whoever’s turn it is. */
  challenge: { roles: carrierAndOffice, from: 'step' },
  /** The days for the carrier’s answer run out, or are over. */
  answer_due: { roles: carrierAndOffice, from: 'day' },
} as const satisfies Readonly<Record<string, AlertKindEntry>>

export type AlertKind = keyof typeof alertKinds
export const alertKindNames = Object.keys(alertKinds) as AlertKind[]

/** Where one is told: nowhere, in the application, or there and in the daily mail. */
export const alertChannels = ['off', 'app', 'mail'] as const
export type AlertChannel = (typeof alertChannels)[number]

/** Without an address nothing is mailed: giving one is the choice. */
export const openingChannel: AlertChannel = 'mail'

export const milestones = ['built', 'on_air'] as const
export type Milestone = (typeof milestones)[number]

/** Only where to look: what is said of it, whoever is told reads with their own rights. */
export interface Alert {
  readonly kind: AlertKind
  /** The same fact has the same key: whoever was told of it is not told again. */
  readonly key: string
  readonly assignment_id: number | null
  readonly station_id: number | null
  readonly challenge_id: number | null
  /** Of a step with a report against coverage: how far it had come. */
  readonly challenge_state: ChallengeState | null
  readonly milestone: Milestone | null
  /** Days before `due_on` from which one is told; 0 from when it is past; null where no day is near. */
  readonly days: number | null
  /** ISO day: the deadline, the promise, the end of a certificate, the last day for an answer. */
  readonly due_on: string | null
}

export function listKindsOf(role: Role): AlertKind[] {
  return alertKindNames.filter((kind) => isToldOf(kind, role))
}

export function isToldOf(kind: AlertKind, role: Role): boolean {
  const { roles }: AlertKindEntry = alertKinds[kind]
  return roles.includes(role)
}
