/** What stands around every village? Sites and routes come with the question, villages with fibre from the statements. */
import type { GapInventory, Surroundings } from '../../core/gaps/surroundings.ts'
import { createSurroundings } from '../../core/gaps/surroundings.ts'
import type { EngineContext } from './engine-context.ts'

export interface SurroundingsQuestion extends Pick<GapInventory, 'sites' | 'routes'> {
  /** ISO day on which a village has to have fibre to count. */
  readonly as_of: string
  /** Villages without a position of their own: nothing is measured from them, nor to them. */
  readonly unplaced_ids: readonly number[]
}

export interface Gaps {
  /** In the order of the villages; null for those without a position. */
  readonly findSurroundings: (question: SurroundingsQuestion) => (Surroundings | null)[]
}

export function createGaps({ getHeld, count }: EngineContext): Gaps {
  return {
    findSurroundings: ({ sites, routes, as_of, unplaced_ids }) => {
      const { ids, positions } = getHeld().villages
      const { states } = count({ ...anyFibre, as_of })
      const unplaced = new Set(unplaced_ids)
      const find = createSurroundings({
        sites,
        routes,
        fibre_villages: ids.flatMap((id, index) =>
          states[index] === covered && !unplaced.has(id) ? [{ id, position: positions[index]! }] : [],
        ),
      })
      return ids.map((id, index) => (unplaced.has(id) ? null : find(positions[index]!)))
    },
  }
}

/** Position in `coverageStates`. */
const covered = 3

const anyFibre = {
  service: 'fibre',
  carrier: null,
  basis: 'strongest',
  partial_from: null,
  power: 'any',
  assigned: 'any',
} as const
