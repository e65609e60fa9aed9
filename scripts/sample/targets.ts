/** What is the state of every village on the two dates of the published figures? Remoteness decides, the counts are exact. */
import { figures, gapMix } from './figures.ts'
import type { Random } from './random.ts'
import type { Village } from './village.ts'

/** What a village had at the end of 2020: 3G or better, 2G alone, nothing. */
export type MobileClass = 'mobile' | 'only-2g' | 'nothing'

/** What it has in the middle of 2021. */
export type LaterClass = '4g' | '3g' | '2g' | 'nothing'

export interface Target {
  readonly fibre2020: boolean
  readonly fibre2021: boolean
  readonly mobile2020: MobileClass
  readonly mobile2021: LaterClass
  /** How the lack of 4G is stated: plainly, as part of the households, or not at all. */
  readonly gap4g: 'none' | 'not_covered' | 'partial' | 'unknown'
}

export function setTargets(villages: readonly Village[], random: Random): Target[] {
  const rank = (noise: number) => rankByRemoteness(villages, noise, random)
  const fibre = toFibre(villages, rank(0.5))
  const mobile = toMobile(rank(0.6))
  const gaps = [...mobile.keys()].filter((index) => mobile.get(index)!.later !== '4g')
  const stated = gaps.filter((index) => villages[index]!.assignment === null)
  const partial = new Set(stated.filter((_, i) => i % 4 === 1).slice(0, gapMix.partial_4g))
  const unknown = new Set(
    stated.filter((_, i) => i % 9 === 4 && !partial.has(stated[i]!)).slice(0, gapMix.unknown_4g),
  )
  return villages.map((_, index): Target => {
    const { before, later } = mobile.get(index) ?? { before: 'mobile', later: '4g' }
    const lack = partial.has(index) ? 'partial' : unknown.has(index) ? 'unknown' : 'not_covered'
    return {
      fibre2020: !fibre.without2020.has(index),
      fibre2021: !fibre.without2021.has(index),
      mobile2020: before,
      mobile2021: later,
      gap4g: later === '4g' ? 'none' : lack,
    }
  })
}

interface Ranking {
  /** Villages of Annex 2, most remote first. */
  readonly annex: readonly number[]
  /** Others that are no seat, most remote first. */
  readonly others: readonly number[]
}

function rankByRemoteness(villages: readonly Village[], noise: number, random: Random): Ranking {
  const ranked = villages
    .map((village) => ({ village, score: village.remoteness + noise * random.gaussian() }))
    .sort((a, b) => b.score - a.score || a.village.index - b.village.index)
    .map(({ village }) => village)
  return {
    annex: ranked.filter(({ assignment }) => assignment !== null).map(({ index }) => index),
    others: ranked.filter(({ assignment, seat }) => assignment === null && !seat).map(({ index }) => index),
  }
}

/** Every seat has fibre, so every commune has some. */
function toFibre(villages: readonly Village[], ranking: Ranking) {
  const missing2020 = villages.length - figures.end_of_2020.fibre
  const missing2021 = villages.length - figures.middle_of_2021.fibre
  const annex2021 = ranking.annex.slice(0, ranking.annex.length - gapMix.annex_with_fibre)
  return {
    without2020: new Set([...ranking.annex, ...ranking.others.slice(0, missing2020 - ranking.annex.length)]),
    without2021: new Set([...annex2021, ...ranking.others.slice(0, missing2021 - annex2021.length)]),
  }
}

function toMobile({ annex, others }: Ranking): Map<number, { before: MobileClass; later: LaterClass }> {
  const classes = new Map<number, { before: MobileClass; later: LaterClass }>()
  const nothing = annex.length - gapMix.annex_with_4g - gapMix.annex_with_3g
  annex.forEach((index, i) => {
    const later = i < nothing ? 'nothing' : i < nothing + gapMix.annex_with_3g ? '3g' : '4g'
    classes.set(index, { before: 'nothing', later })
  })
  const gaps = figures.villages - figures.middle_of_2021.mobile_4g - nothing - gapMix.annex_with_3g
  const gapsOf2g = gaps - gapMix.only_3g_since_2020
  const { only_2g } = figures.end_of_2020
  others.slice(0, only_2g).forEach((index, i) => {
    const isGap = i < gapsOf2g
    const later = !isGap ? '4g' : i % 2 === 1 && i < gapMix.only_3g_since_2021 * 2 ? '3g' : '2g'
    classes.set(index, { before: 'only-2g', later })
  })
  for (const index of others.slice(only_2g, only_2g + gapMix.only_3g_since_2020))
    classes.set(index, { before: 'mobile', later: '3g' })
  return classes
}
