/**
 * A made-up province whose carriers report what their networks really do, with the noise of real lists, and some reports that they do
 * not. It knows nothing of the rules that look for those: waves are weakened by distance and by hills drawn at random.
 */
import type { JudgedInventory, JudgedStatement } from '../../../../core/coverage/implausible/inventory.ts'
import { today } from './calendar.ts'
import { layGround } from './ground.ts'
import { reportHonestly } from './honest.ts'
import { buildNetwork } from './network.ts'
import { plant, type PlantedKind } from './plant.ts'
import { createRandom } from './random.ts'

export interface World extends JudgedInventory {
  readonly today: string
  /** Ids of reports that are honest, however noisy. */
  readonly honest: ReadonlySet<number>
  readonly planted: ReadonlyMap<number, PlantedKind>
}

export function createWorld(seed: number, honest_count: number): World {
  const random = createRandom(seed)
  const ground = layGround(random)
  const network = buildNetwork(ground, random)
  const statements: JudgedStatement[] = []
  const say = (statement: Omit<JudgedStatement, 'id'>): number => {
    statements.push({ id: statements.length + 1, ...statement })
    return statements.length
  }
  const honest = reportHonestly({ ground, network, random, say, count: honest_count })
  const planted = plant({ ground, network, random, say, statements })
  return {
    today,
    villages: ground.villages,
    sites: network.sites,
    stations: network.stations,
    routes: network.routes,
    statements,
    honest,
    planted,
  }
}
