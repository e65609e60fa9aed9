/** Since when is each technology on air at each site? 2009–2021, towns first; 3G from late 2010, 4G from late 2016. */
import { createNearestIndex } from './nearest.ts'
import type { SiteTechnologies } from './equip-sites.ts'
import type { Random } from './random.ts'
import type { PlacedSite } from './site.ts'
import type { Target } from './targets.ts'
import type { Village } from './village.ts'

export interface OnAirDates {
  readonly '2g': string
  readonly '3g': string
  readonly '4g': string
  readonly '5g': string
}

const lastOf2020 = '2020-11-25'
/** Of the sites whose villages had 2G alone by the plan's count, this share had 3G or 4G that reached a part of them. */
const earlyShare = 0.45

export function toOnAirDates(
  sites: readonly PlacedSite[],
  technologies: readonly SiteTechnologies[],
  villages: readonly Village[],
  targets: readonly Target[],
  random: Random,
): OnAirDates[] {
  const counted = countServed(sites, villages, targets)
  const dates = sites.map((site, i): OnAirDates => {
    if (site.assignedCarrier !== null) return toSameDay(inMonths(2021, 1, 6, random))
    const isNew = !site.needed && random.chance(0.1)
    if (isNew) return toSameDay(inMonths(2021, 1, 6, random))
    const first = 2009 + 5 * random.next() ** 1.4 + 1.7 * (site.village.remoteness + 3) * random.next()
    const start = toDate(Math.max(2009.1, Math.min(2020.7, first)))
    const { mobile, only2g } = counted[i]!
    const isLate = only2g > mobile && !random.chance(earlyShare)
    const third = isLate ? inMonths(2021, 1, 6, random) : notBefore(start, 2010.8, 2 + 5 * random.next())
    const fourth = isLate ? third : notBefore(third, 2016.85, 3.6 * random.next())
    const isFourthLate = !isLate && site.village.remoteness > -0.4 && random.chance(0.3)
    return { '2g': start, '3g': third, '4g': isFourthLate ? inMonths(2021, 1, 6, random) : fourth, '5g': '' }
  })
  return withMobileIn2020(dates, sites, technologies, villages, targets)
}

/** For each site: of the villages to which it is the nearest, how many had 3G or 4G in 2020 and how many 2G alone. */
function countServed(sites: readonly PlacedSite[], villages: readonly Village[], targets: readonly Target[]) {
  const counts = sites.map(() => ({ mobile: 0, only2g: 0 }))
  const index = createNearestIndex(sites)
  for (const village of villages) {
    const count = counts[index.nearest(village.position)!.item.index]!
    if (targets[village.index]!.mobile2020 === 'mobile') count.mobile++
    else count.only2g++
  }
  return counts
}

/** Where a village that counted in 2020 would have no 3G in reach, its nearest site with 3G had it in time. */
function withMobileIn2020(
  dates: readonly OnAirDates[],
  sites: readonly PlacedSite[],
  technologies: readonly SiteTechnologies[],
  villages: readonly Village[],
  targets: readonly Target[],
): OnAirDates[] {
  const corrected = [...dates]
  const old = sites.filter(
    (site) => technologies[site.index]!.has_3g && dates[site.index]!['2g'] <= lastOf2020,
  )
  const index = createNearestIndex(old)
  for (const village of villages) {
    if (targets[village.index]!.mobile2020 !== 'mobile') continue
    const near = index.within(village.position, 2500)
    if (near.some(({ item }) => corrected[item.index]!['3g'] <= lastOf2020)) continue
    const nearest = near[0]?.item ?? index.nearest(village.position)?.item
    if (nearest === undefined) continue
    const date = corrected[nearest.index]!
    corrected[nearest.index] = { ...date, '3g': date['2g'] > '2016-01-01' ? date['2g'] : '2016-03-15' }
  }
  return corrected
}

function toSameDay(day: string): OnAirDates {
  return { '2g': day, '3g': day, '4g': day, '5g': '' }
}

function notBefore(date: string, year: number, delay: number): string {
  const day = toDate(Math.max(year, toYear(date)) + delay * 0.5)
  const late = day > lastOf2020 ? lastOf2020 : day
  return late < date ? date : late
}

function toYear(date: string): number {
  return 1970 + Date.parse(date) / (365.25 * 86_400_000)
}

function toDate(year: number): string {
  return new Date((year - 1970) * 365.25 * 86_400_000).toISOString().slice(0, 10)
}

function inMonths(year: number, from: number, to: number, random: Random): string {
  const month = random.int(from, to)
  return `${year}-${String(month).padStart(2, '0')}-${String(random.int(3, 20)).padStart(2, '0')}`
}
