/** Where do masts stand? By the villages they serve, away from villages that have nothing, more of them where people are. */
import type { LngLat } from '../../core/geo.ts'
import { figures } from './figures.ts'
import { createNearestIndex, moveBy, type NearestIndex } from './nearest.ts'
import type { Province } from './province.ts'
import type { Random } from './random.ts'
import type { PlacedSite } from './site.ts'
import type { Target } from './targets.ts'
import type { Village } from './village.ts'

/** Share of the positions that coverage itself needs. */
const neededShare = 0.7
/** A village with nothing has no mast nearer than this, if the ground allows. */
const silentMetres = 1700

type Draft = Omit<PlacedSite, 'index'>

export function placeSites(
  province: Province,
  villages: readonly Village[],
  targets: readonly Target[],
  random: Random,
): PlacedSite[] {
  const reached = villages.filter((village) => targets[village.index]!.mobile2020 !== 'nothing')
  const silent = createNearestIndex(
    villages.filter((village) => targets[village.index]!.mobile2020 === 'nothing'),
  )
  const needed = chooseCentres(reached, Math.round(figures.sites * neededShare))
  const drafts: Draft[] = needed.map((village) => ({
    ...findGround(province, village, silent, [], random),
    village,
    needed: true,
    assignedCarrier: null,
  }))
  const stillSilent = createNearestIndex(
    villages.filter((village) => targets[village.index]!.mobile2021 === 'nothing'),
  )
  for (const village of villages) {
    const { mobile2020, mobile2021 } = targets[village.index]!
    if (mobile2020 !== 'nothing' || mobile2021 === 'nothing') continue
    const assignedCarrier = village.assignment?.carrier_code ?? null
    const ground = findGround(province, village, stillSilent, [], random)
    drafts.push({ ...ground, village, needed: true, assignedCarrier })
  }
  addCapacity({ province, villages: reached, silent }, drafts, random)
  return drafts.map((draft, index) => ({ ...draft, index }))
}

/** The least radius at which this many villages, each a centre, have all villages within reach; then those centres. */
function chooseCentres(villages: readonly Village[], count: number): Village[] {
  let low = 300
  let high = 6000
  while (high - low > 5) {
    const middle = (low + high) / 2
    if (coverGreedily(villages, middle).length > count) low = middle
    else high = middle
  }
  return coverGreedily(villages, high)
}

/** Again and again the village with most uncovered ones around it, until all are covered. */
function coverGreedily(villages: readonly Village[], radius: number): Village[] {
  const index = createNearestIndex(villages)
  const around = new Map(
    villages.map((village) => [
      village,
      index.within(village.position, radius * (village.commune.urban ? 0.6 : 1)).map(({ item }) => item),
    ]),
  )
  const missing = new Set(villages)
  const centres: Village[] = []
  while (missing.size > 0) {
    let best: Village | null = null
    let bestGain = 0
    for (const [village, near] of around) {
      let gain = 0
      for (const item of near) if (missing.has(item)) gain++
      if (gain > bestGain) {
        best = village
        bestGain = gain
      }
    }
    centres.push(best!)
    for (const item of around.get(best!)!) missing.delete(item)
    around.delete(best!)
  }
  return centres
}

interface Ground {
  readonly province: Province
  readonly villages: readonly Village[]
  readonly silent: NearestIndex<Village>
}

/** Further positions where there are people: towns first, then large villages by the road. */
function addCapacity(ground: Ground, drafts: Draft[], random: Random): void {
  const weights = ground.villages.map((village) => village.households * Math.exp(-0.55 * village.remoteness))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  while (drafts.length < figures.sites) {
    let ticket = random.next() * total
    const village = ground.villages.find((_, i) => (ticket -= weights[i]!) <= 0) ?? ground.villages[0]!
    const near = drafts.filter((draft) => draft.commune === village.commune)
    drafts.push({
      ...findGround(ground.province, village, ground.silent, near, random),
      village,
      needed: false,
      assignedCarrier: null,
    })
  }
}

/** A place beside the village in its own commune, a little way from other masts and out of the valleys that have nothing. */
function findGround(
  province: Province,
  village: Village,
  silent: NearestIndex<Village>,
  near: readonly Draft[],
  random: Random,
): Pick<Draft, 'position' | 'commune'> {
  const masts = createNearestIndex(near)
  let best: { position: LngLat; score: number } | null = null
  for (let attempt = 0; attempt < 40; attempt++) {
    const metres = random.between(60, village.commune.urban ? 350 : 650)
    const position = moveBy(village.position, metres, random.between(0, 2 * Math.PI))
    if (province.locate(position) !== village.commune) continue
    const silence = Math.min(silentMetres, silent.nearest(position)?.metres ?? silentMetres)
    const distance = Math.min(250, masts.nearest(position)?.metres ?? 250)
    const score = silence / silentMetres + distance / 250 - metres / 3000
    if (best === null || score > best.score) best = { position, score }
  }
  return { position: best?.position ?? village.position, commune: village.commune }
}
