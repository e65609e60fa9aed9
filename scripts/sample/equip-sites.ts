/** Which carrier runs which technology at which site, since when? So that what villages have follows from stations in reach. */
import type { Technology } from '../../core/inventory/sites.ts'
import { figures } from './figures.ts'
import { createNearestIndex } from './nearest.ts'
import type { Random } from './random.ts'
import type { EquippedSite, PlacedSite, Station } from './site.ts'
import type { Target } from './targets.ts'
import type { Village } from './village.ts'
import { toOnAirDates, type OnAirDates } from './on-air.ts'
import { chooseCarriers } from './choose-carriers.ts'

/** Nearer than this a station serves a village, hills or not. */
export const sureMetres = 1500
/** Farther than this it does not; between the two, hills decide. */
export const reachMetres = 4000

export interface SiteTechnologies {
  readonly has_2g: boolean
  readonly has_3g: boolean
  readonly has_4g: boolean
}

export function equipSites(
  sites: readonly PlacedSite[],
  villages: readonly Village[],
  targets: readonly Target[],
  random: Random,
): EquippedSite[] {
  const technologies = chooseTechnologies(sites, villages, targets)
  const dates = toOnAirDates(sites, technologies, villages, targets, random)
  const carriers = chooseCarriers(sites, random)
  return sites.map((site, i) => ({
    ...site,
    stations: carriers[i]!.flatMap((carrier, order) =>
      toStations(site, carrier, order, technologies[i]!, dates[i]!, random),
    ),
  }))
}

/** Exactly as many positions with 3G and with 4G as published; those without stand nearest to villages without. */
function chooseTechnologies(
  sites: readonly PlacedSite[],
  villages: readonly Village[],
  targets: readonly Target[],
): SiteTechnologies[] {
  const without4g = sites.length - figures.sites_4g
  // A few sites have 4G and no 3G, so that fewer than the others lack both.
  const only4g = 5
  const only2g = sites.length - figures.sites_3g - only4g
  const lacking = (test: (target: Target) => boolean) =>
    createNearestIndex(villages.filter((village) => test(targets[village.index]!)))
  const no4g = lacking((target) => target.mobile2021 !== '4g')
  const no3g = lacking((target) => target.mobile2021 === '2g' || target.mobile2021 === 'nothing')
  const far = 1e9
  const toGap = (site: PlacedSite) => no4g.nearest(site.position)?.metres ?? far
  const lack4g = new Set(sites.filter((site) => toGap(site) < sureMetres))
  const served = villages.filter((village) => targets[village.index]!.mobile2021 === '4g')
  const index = createNearestIndex(sites)
  const around = served.map((village) =>
    index.within(village.position, reachMetres * 0.8).map(({ item }) => item),
  )
  const servedBy = new Map<PlacedSite, (readonly PlacedSite[])[]>()
  for (const near of around)
    for (const site of near) servedBy.set(site, [...(servedBy.get(site) ?? []), near])
  // A further site may do without 4G where each village around it has another.
  for (const site of [...sites].sort((a, b) => toGap(a) - toGap(b) || a.index - b.index)) {
    if (lack4g.size >= without4g) break
    const isSpare = (servedBy.get(site) ?? []).every((near) =>
      near.some((other) => other !== site && !lack4g.has(other)),
    )
    if (isSpare) lack4g.add(site)
  }
  const lack3g = new Set(
    [...lack4g]
      .filter((site) => ['2g', 'nothing'].includes(targets[site.village.index]!.mobile2021) || !site.needed)
      .sort(
        (a, b) =>
          (no3g.nearest(a.position)?.metres ?? far) - (no3g.nearest(b.position)?.metres ?? far) ||
          a.index - b.index,
      )
      .slice(0, only2g),
  )
  const newest = sites.filter((site) => !site.needed && !lack4g.has(site)).slice(-only4g)
  return sites.map((site) => ({
    has_2g: !newest.includes(site),
    has_3g: !lack3g.has(site) && !newest.includes(site),
    has_4g: !lack4g.has(site),
  }))
}

function toStations(
  site: PlacedSite,
  carrier_code: string,
  order: number,
  technologies: SiteTechnologies,
  dates: OnAirDates,
  random: Random,
): Station[] {
  const isFirst = order === 0
  // Who comes later to a mast brings what is new; the first carrier has all that the mast has.
  const has: Record<Technology, boolean> = {
    '2g': technologies.has_2g && (isFirst || random.chance(0.6)),
    '3g': technologies.has_3g && (isFirst || random.chance(0.85)),
    '4g': technologies.has_4g && (isFirst || random.chance(0.8)),
    '5g': false,
  }
  if (!has['2g'] && !has['3g'] && !has['4g']) has[technologies.has_3g ? '3g' : '2g'] = true
  return (['2g', '3g', '4g'] as const)
    .filter((technology) => has[technology])
    .map((technology) => ({
      carrier_code,
      technology,
      bands_mhz: toBands(technology, site, random),
      on_air_on: isFirst ? dates[technology] : toLater(dates[technology], random),
    }))
}

function toBands(technology: Technology, site: PlacedSite, random: Random): number[] {
  const { urban } = site.commune
  if (technology === '2g') return urban ? [900, 1800] : [900]
  if (technology === '3g') return !urban && random.chance(0.3) ? [900, 2100] : [2100]
  return urban || random.chance(0.2) ? [1800, 2100] : [1800]
}

/** Months after the first carrier, on the same side of the turn of 2021, so that figures of both dates hold. */
function toLater(date: string, random: Random): string {
  const last = date <= figures.end_of_2020.on ? '2020-11-30' : '2021-06-20'
  const later = Date.parse(date) + random.int(60, 1400) * 86_400_000
  const day = new Date(later).toISOString().slice(0, 10)
  return day < last ? day : date > last ? date : last
}
