/**
 * How does an assigned village get from the legal act to the Sở’s acceptance? One table of moves: the server’s checks, the
 * buttons and the diagram in docs/assignments.md follow it.
 */
import type { Role } from '../permissions.ts'

/** The visible path first; then what interrupts it. */
export const assignmentStates = [
  'not_started',
  'surveying',
  'permitting',
  'building',
  'on_air',
  'awaiting',
  'confirmed',
  'blocked',
  'returned',
] as const
export type AssignmentState = (typeof assignmentStates)[number]

/** The path that a report walks along; blocked and returned stand beside it. */
export const assignmentPath = assignmentStates.slice(0, 7)

/** What a move has to say, or may say. */
export const moveDetails = [
  /** One of the list of blockers. */
  'blocker',
  /** What the carrier writes. */
  'text',
  /** Why the Sở decides so. */
  'reason',
  /** Services that are on air, or of a reopened village those that are gone. */
  'technologies',
  /** The day on which it happened: built, on air, decided, answered. */
  'happened_on',
  /** By when the carrier promises the mast, and the service. */
  'built_promised_on',
  'on_air_promised_on',
  /** What the UBND says is true on the ground. */
  'answer',
] as const
export type MoveDetail = (typeof moveDetails)[number]

/** What the UBND xã answers: the service is there, only for some, or not there. */
export const localAnswers = ['yes', 'partly', 'no'] as const
export type LocalAnswer = (typeof localAnswers)[number]

export interface AssignmentMove {
  readonly from: readonly AssignmentState[]
  /** Null: it stays where it is. */
  readonly to: AssignmentState | null
  readonly by: readonly Role[]
  readonly needs: readonly MoveDetail[]
  readonly may: readonly MoveDetail[]
}

/** Where it is the carrier’s turn. */
export const openStates = [
  'not_started',
  'surveying',
  'permitting',
  'building',
  'on_air',
  'blocked',
  'returned',
] as const satisfies readonly AssignmentState[]

const carrier: readonly Role[] = ['carrier']
const decider: readonly Role[] = ['staff', 'admin']
const promises: readonly MoveDetail[] = ['built_promised_on', 'on_air_promised_on']

function report(to: AssignmentState, needs: readonly MoveDetail[] = []): AssignmentMove {
  return {
    from: openStates.filter((state) => state !== to),
    to,
    by: carrier,
    needs,
    may: ['text', ...promises],
  }
}

/** Nobody but the Sở confirms, and nothing is confirmed that was not handed in. */
export const assignmentMoves = {
  /** The carrier reports where it stands; steps may be passed over, and taken back. */
  survey: report('surveying'),
  apply: report('permitting'),
  build: report('building'),
  /** The mast stands: the first of the two milestones, which leaves it where it is. */
  erect: {
    from: ['building', 'on_air', 'blocked', 'returned'],
    to: null,
    by: carrier,
    needs: ['happened_on'],
    may: ['text', ...promises],
  },
  broadcast: report('on_air', ['technologies', 'happened_on']),
  block: { ...report('blocked', ['blocker', 'text']), may: promises },
  promise: { from: openStates, to: null, by: carrier, needs: [], may: ['text', ...promises] },
  /** It asks the Sở to confirm, and may take that back until the Sở has decided. */
  submit: { from: ['on_air'], to: 'awaiting', by: carrier, needs: [], may: ['text'] },
  recall: { from: ['awaiting'], to: 'on_air', by: carrier, needs: [], may: ['text'] },
  /** The Sở asks the UBND, which answers; an answer on paper the Sở writes down. */
  ask_local: { from: ['awaiting'], to: null, by: decider, needs: [], may: ['text'] },
  answer_local: {
    from: ['awaiting'],
    to: null,
    by: ['local', 'staff', 'admin'],
    needs: ['answer'],
    may: ['text', 'happened_on'],
  },
  accept: {
    from: ['awaiting'],
    to: 'confirmed',
    by: decider,
    needs: ['technologies'],
    may: ['reason', 'happened_on'],
  },
  return: { from: ['awaiting'], to: 'returned', by: decider, needs: ['reason'], may: [] },
  /** An accepted village that has lost its service again. */
  reopen: {
    from: ['confirmed'],
    to: 'returned',
    by: decider,
    needs: ['reason', 'technologies'],
    may: ['happened_on'],
  },
} as const satisfies Readonly<Record<string, AssignmentMove>>

export type AssignmentMoveName = keyof typeof assignmentMoves
export const assignmentMoveNames = Object.keys(assignmentMoves) as AssignmentMoveName[]

/** Widened, so that all moves are read alike. */
export function getMove(name: AssignmentMoveName): AssignmentMove {
  return assignmentMoves[name]
}

/** Where the move leads from here; null where it is not open to the role. */
export function toNextState(
  name: AssignmentMoveName,
  { state, role }: { readonly state: AssignmentState; readonly role: Role },
): AssignmentState | null {
  const { from, to, by } = getMove(name)
  return from.includes(state) && by.includes(role) ? (to ?? state) : null
}

/** Which moves are open to the role, in the order of the table. */
export function listMoves(state: AssignmentState, role: Role): AssignmentMoveName[] {
  return assignmentMoveNames.filter((name) => toNextState(name, { state, role }) !== null)
}

/** @returns the lines of a Mermaid state diagram; what is open from every open state is drawn once, from all of them together */
export function toDiagram(): string[] {
  const lines = assignmentMoveNames.flatMap((name) => {
    const { from, to, by } = getMove(name)
    if (to === null) return []
    const isFromAll = openStates.every((state) => state === to || from.includes(state))
    return (isFromAll ? ['open'] : from).map((state) => `  ${state} --> ${to}: ${name} (${by.join(', ')})`)
  })
  const members = openStates.map((state) => `    ${state}`)
  return ['stateDiagram-v2', '  [*] --> not_started', '  state open {', ...members, '  }', ...lines]
}
