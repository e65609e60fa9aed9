/** Who has to move first, by national practice: villages with power and without are treated differently. */

/**
 * Without grid power electricity comes first. With it, carriers build by their own plan or a tender pays for it, and
 * especially difficult villages are what tenders are for. In the order in which the groups are shown.
 */
export const practiceGroups = ['power_first', 'difficult', 'own_plan', 'power_unknown'] as const
export type PracticeGroup = (typeof practiceGroups)[number]

export interface PracticeFacts {
  readonly grid_power: boolean | null
  readonly especially_difficult: boolean | null
}

export function toPracticeGroup({ grid_power, especially_difficult }: PracticeFacts): PracticeGroup {
  if (grid_power === null) return 'power_unknown'
  if (!grid_power) return 'power_first'
  return especially_difficult === true ? 'difficult' : 'own_plan'
}

/** Sums of a group; villages whose number is not known are counted apart instead of as nothing. */
export interface GapSums {
  readonly villages: number
  readonly households: number
  readonly people: number
  readonly without_households: number
  readonly without_people: number
}

export interface Summable {
  readonly households: number | null
  readonly people: number | null
}

export function toSums(rows: readonly Summable[]): GapSums {
  const sums = { villages: rows.length, households: 0, people: 0, without_households: 0, without_people: 0 }
  for (const { households, people } of rows) {
    sums.households += households ?? 0
    sums.people += people ?? 0
    if (households === null) sums.without_households++
    if (people === null) sums.without_people++
  }
  return sums
}
