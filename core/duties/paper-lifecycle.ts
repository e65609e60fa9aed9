/**
 * How does a paper that is owed get from nothing being known of it to the Sở’s acceptance? One table of moves: the server’s
 * checks, the buttons and the diagram in docs/due-papers.md follow it.
 */
import type { Role } from '../permissions.ts'

/** `unrecorded`: nothing is known of it, which says neither that it was sent nor that it was not. */
export const paperStates = ['unrecorded', 'handed_in', 'accepted', 'returned', 'waived'] as const
export type PaperState = (typeof paperStates)[number]

/** What a move has to say, or may say. */
export const paperDetails = [
  /** The day on which it was sent. */
  'sent_on',
  /** Its number and sign: 12/KH-VNPT. */
  'number',
  'text',
  /** Why the Sở decides so. */
  'reason',
] as const
export type PaperDetail = (typeof paperDetails)[number]

export interface PaperMove {
  readonly from: readonly PaperState[]
  readonly to: PaperState
  readonly by: readonly Role[]
  readonly needs: readonly PaperDetail[]
  readonly may: readonly PaperDetail[]
}

const decider: readonly Role[] = ['staff', 'admin']

/** Nobody but the Sở accepts or waives. */
export const paperMoves = {
  /** Whoever owes it hands it in. */
  hand_in: {
    from: ['unrecorded', 'returned'],
    to: 'handed_in',
    by: ['carrier', 'local'],
    needs: ['sent_on'],
    may: ['number', 'text'],
  },
  /** It came on paper: the Sở writes it down, which is to accept it. */
  record: {
    from: ['unrecorded', 'returned'],
    to: 'accepted',
    by: decider,
    needs: ['sent_on'],
    may: ['number', 'text'],
  },
  /** The day may be put right: it is the one that counts. */
  accept: { from: ['handed_in'], to: 'accepted', by: decider, needs: [], may: ['sent_on', 'number', 'text'] },
  return: { from: ['handed_in'], to: 'returned', by: decider, needs: ['reason'], may: [] },
  waive: {
    from: ['unrecorded', 'handed_in', 'returned'],
    to: 'waived',
    by: decider,
    needs: ['reason'],
    may: [],
  },
  /** Accepted or waived by mistake: it is owed again. */
  reopen: { from: ['accepted', 'waived'], to: 'returned', by: decider, needs: ['reason'], may: [] },
} as const satisfies Readonly<Record<string, PaperMove>>

export type PaperMoveName = keyof typeof paperMoves
export const paperMoveNames = Object.keys(paperMoves) as PaperMoveName[]

/** Widened, so that all moves are read alike. */
export function getPaperMove(name: PaperMoveName): PaperMove {
  return paperMoves[name]
}

/** Which moves are open to the role, in the order of the table. */
export function listPaperMoves(state: PaperState, role: Role): PaperMoveName[] {
  return paperMoveNames.filter((name) => {
    const { from, by } = getPaperMove(name)
    return from.includes(state) && by.includes(role)
  })
}

/** @returns the lines of a Mermaid state diagram */
export function toPaperDiagram(): string[] {
  const lines = paperMoveNames.flatMap((name) => {
    const { from, to, by } = getPaperMove(name)
    return from.map((state) => `  ${state} --> ${to}: ${name} (${by.join(', ')})`)
  })
  return ['stateDiagram-v2', '  [*] --> unrecorded', ...lines]
}
