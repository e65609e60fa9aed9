/** What does the first view ask for? It is built before anybody comes. */
import { toVietnamDate } from '../../core/dates.ts'
import type { LayerId } from '../../core/inventory/layers.ts'
import { anonymous } from '../../core/permissions.ts'
import type { Bodies } from './bodies.ts'

const openingLayers: readonly LayerId[] = ['districts', 'villages', 'base-map', 'province']

/** One after the other: a request that comes in between waits for one query, not for all. */
export async function buildOpeningBodies(bodies: Bodies): Promise<void> {
  const today = toVietnamDate(new Date())
  await bodies.getProvince(today)
  for (const id of openingLayers) await bodies.getLayer(id, anonymous, today)
  await bodies.getVillageServices(today)
}
