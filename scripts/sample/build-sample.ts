/** How does a sample come about? Villages, cables, states, sites, stations, statements: each step stands on those before. */
import { buildCableRoutes } from './cable-routes.ts'
import { checkSample } from './check-sample.ts'
import { equipSites } from './equip-sites.ts'
import { figures } from './figures.ts'
import { furnishSites } from './furnish-sites.ts'
import { buildNetwork } from './network.ts'
import { placeSites } from './place-sites.ts'
import { placeVillages } from './place-villages.ts'
import type { Province } from './province.ts'
import { createRandom } from './random.ts'
import { settleVillages } from './settle-villages.ts'
import { stateServices } from './state-services.ts'
import { setTargets } from './targets.ts'
import type { Sample } from './to-files.ts'

/** @throws when the published figures are not met exactly */
export function buildSample(province: Province, seed: number): Sample {
  const random = createRandom(seed)
  const placed = placeVillages(province, figures.villages, random)
  const towns = placed.filter(({ seat, commune }) => seat && commune.urban).map(({ position }) => position)
  const routes = buildCableRoutes(province, buildNetwork(province, placed), towns, random)
  const cable = routes.flatMap(({ line }) => line)
  const villages = settleVillages(province, placed, cable, towns, random)
  const targets = setTargets(villages, random)
  const equipped = equipSites(placeSites(province, villages, targets, random), villages, targets, random)
  const sites = furnishSites(equipped, villages, targets, cable, random)
  const statements = stateServices(villages, targets, sites, random)
  checkSample(villages, sites, statements)
  return { seed, villages, sites, routes, statements }
}
