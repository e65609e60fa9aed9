/** What stands at each site besides antennas: mast, power, backhaul, owner? */
import type { LngLat } from '../../core/geo.ts'
import { figures } from './figures.ts'
import { createNearestIndex } from './nearest.ts'
import type { Random } from './random.ts'
import type { EquippedSite } from './site.ts'
import type { Target } from './targets.ts'
import type { Village } from './village.ts'

export interface Site extends EquippedSite {
  readonly code: string
  readonly name: string
  readonly address: string
  readonly owner_code: string
  readonly mast_kind: string
  readonly mast_height_m: number
  readonly power_source: 'grid' | 'generator' | 'solar'
  readonly has_backup_generator: boolean
  readonly backhaul: 'fibre' | 'microwave' | 'satellite'
  readonly shareable: boolean
}

/** A site this near to a cable is on it. */
const cableMetres = 1800
/** A village with fibre brings the cable to the mast beside it. */
const dropMetres = 900
const solarSites = 4
const satelliteSites = 7

/** @param cable positions along the cable routes */
export function furnishSites(
  sites: readonly EquippedSite[],
  villages: readonly Village[],
  targets: readonly Target[],
  cable: readonly LngLat[],
  random: Random,
): Site[] {
  const cables = createNearestIndex(cable.map((position) => ({ position })))
  const drops = createNearestIndex(villages.filter((village) => targets[village.index]!.fibre2021))
  const isByCable = (site: EquippedSite) =>
    cables.nearest(site.position)!.metres < cableMetres || drops.within(site.position, dropMetres).length > 0
  const isOffGrid = (site: EquippedSite) => !site.village.grid_power && site.village.commune.border
  const remote = [...sites]
    .filter((site) => site.needed && site.assignedCarrier === null)
    .sort((a, b) => b.village.remoteness - a.village.remoteness)
  const generators = new Set(remote.filter(isOffGrid).slice(0, figures.sites_on_generator))
  if (generators.size < figures.sites_on_generator)
    throw new Error(`only ${generators.size} sites stand by border villages without grid power`)
  const solar = new Set(
    remote.filter((site) => !site.village.grid_power && !generators.has(site)).slice(0, solarSites),
  )
  const satellite = new Set(remote.filter((site) => !isByCable(site)).slice(0, satelliteSites))
  const numbers = new Map<string, number>()
  return sites.map((site): Site => {
    const number = (numbers.get(site.commune.code) ?? 0) + 1
    numbers.set(site.commune.code, number)
    const power_source = generators.has(site) ? 'generator' : solar.has(site) ? 'solar' : 'grid'
    const backhaul = satellite.has(site) ? 'satellite' : isByCable(site) ? 'fibre' : 'microwave'
    return {
      ...site,
      code: `${site.commune.code}-T${String(number).padStart(2, '0')}`,
      name: `${site.commune.name} ${number}`,
      address: `${site.village.name}, ${site.commune.name}`,
      owner_code: site.stations[0]!.carrier_code,
      ...toMast(site, random),
      power_source,
      has_backup_generator: power_source !== 'generator' && random.chance(0.86),
      backhaul,
      shareable: random.chance(0.34),
    }
  })
}

/** Mast kinds of the officials' lists: A1 camouflaged, A2a on a roof, A2b and A2c on the ground. */
function toMast(site: EquippedSite, random: Random): Pick<Site, 'mast_kind' | 'mast_height_m'> {
  if (site.commune.urban && random.chance(0.6))
    return random.chance(0.3)
      ? { mast_kind: 'A1', mast_height_m: random.int(3, 8) * 3 }
      : { mast_kind: 'A2a', mast_height_m: random.int(3, 6) * 3 }
  return random.chance(0.7)
    ? { mast_kind: 'A2b', mast_height_m: random.int(10, 15) * 3 }
    : { mast_kind: 'A2c', mast_height_m: random.int(14, 20) * 3 }
}
