/** What does a failure take away? The network is given once for a day; statements are the ones held. */
import { listHeld } from '../../core/coverage/held.ts'
import { createIfFails, type FailureAnswer, type IfFails } from '../../core/gaps/if-fails.ts'
import type { FailInventory, Failures } from '../../core/gaps/if-fails/inventory.ts'
import type { EngineContext, Held } from './engine-context.ts'

/** What of the inventory does not stand in statements and villages. */
export interface FailNetwork extends Pick<FailInventory, 'sites' | 'stations' | 'routes' | 'seat'> {
  /** ISO day. */
  readonly as_of: string
}

export interface FailPart {
  /** Instead of the network before. */
  readonly setFailNetwork: (network: FailNetwork) => void
  /** @throws Error before a network was given */
  readonly askIfFails: (failures: Failures) => FailureAnswer
}

export function createFailing(context: EngineContext): FailPart {
  let network: FailNetwork | null = null
  let made: { readonly held: Held; readonly network: FailNetwork; readonly ask: IfFails } | null = null
  return {
    setFailNetwork: (given) => void (network = given),
    askIfFails: (failures) => {
      if (network === null) throw new Error('no network was given')
      const held = context.getHeld()
      if (made?.held !== held || made.network !== network) {
        made = { held, network, ask: createIfFails(toInventory(held, network)) }
      }
      return made.ask(failures)
    },
  }
}

/** A village placed by a pin or at a label is taken to have no position: what serves it is not known. */
function toInventory({ villages, table }: Held, network: FailNetwork): FailInventory {
  return {
    ...network,
    villages: villages.ids.map((id, village) => ({
      id,
      position: villages.is_located_by_position[village] === true ? villages.positions[village]! : null,
      households: villages.households[village] ?? null,
      people: villages.population[village] ?? null,
    })),
    held: listHeld(table, network.as_of),
  }
}
