/** In which order do gaps stand, by a rule that one can read and change? */
import { compareNames } from '../text.ts'
import { blockers, type Blocker } from './blockers.ts'

export const rankCriteria = ['people', 'households', 'distance', 'blocker', 'overdue'] as const
export type RankCriterion = (typeof rankCriteria)[number]

/** `most`: the greatest value stands first, of blockers the one that has to be solved first. */
export const rankDirections = ['most', 'least'] as const
export type RankDirection = (typeof rankDirections)[number]

export interface RankStep {
  readonly criterion: RankCriterion
  readonly direction: RankDirection
}

/** The first step decides; the next one where it leaves two villages equal. No criterion stands twice. */
export type RankRule = readonly RankStep[]

/** The longest overdue, then where most people wait, then what is nearest to a site that is there. */
export const openingRule: RankRule = [
  { criterion: 'overdue', direction: 'most' },
  { criterion: 'people', direction: 'most' },
  { criterion: 'distance', direction: 'least' },
]

/** What a rule looks at; null is not known and stands last, whatever the direction. */
export interface Ranked {
  readonly id: number
  readonly name: string
  readonly people: number | null
  readonly households: number | null
  /** To the nearest live site. */
  readonly distance_m: number | null
  readonly blockers: readonly Blocker[]
  readonly days_overdue: number | null
}

/** Every two villages have an order: equal in all steps, the name decides, then the id. */
export function compareRanked(rule: RankRule, a: Ranked, b: Ranked): number {
  for (const step of rule) {
    const order = compareStep(step, a, b)
    if (order !== 0) return order
  }
  return compareNames(a.name, b.name) || a.id - b.id
}

function compareStep({ criterion, direction }: RankStep, a: Ranked, b: Ranked): number {
  const [left, right] = [values[criterion](a), values[criterion](b)]
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return direction === 'most' ? right - left : left - right
}

const values: Readonly<Record<RankCriterion, (row: Ranked) => number | null>> = {
  people: ({ people }) => people,
  households: ({ households }) => households,
  distance: ({ distance_m }) => distance_m,
  // The greater, the earlier it has to be solved; nothing in the way is the least.
  blocker: (row) => {
    const [first] = row.blockers
    return first === undefined ? 0 : blockers.length - blockers.indexOf(first)
  },
  overdue: ({ days_overdue }) => days_overdue,
}

/** As it stands in an address: `overdue,people,-distance`. */
export function toRuleText(rule: RankRule): string {
  return rule
    .map(({ criterion, direction }) => (direction === 'most' ? criterion : `-${criterion}`))
    .join(',')
}

/** The rule that a text means, each criterion once; null where a part of it means none. */
export function fromRuleText(text: string): RankRule | null {
  const steps = text.split(',').map((part): RankStep | null => {
    const direction = part.startsWith('-') ? 'least' : 'most'
    const criterion = rankCriteria.find((name) => name === part.replace(/^-/, ''))
    return criterion === undefined ? null : { criterion, direction }
  })
  const known = steps.filter((step) => step !== null)
  const isOnce = new Set(known.map(({ criterion }) => criterion)).size === known.length
  return known.length === steps.length && isOnce ? known : null
}
