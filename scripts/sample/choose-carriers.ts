/** Whose stations stand at each site? One carrier at most sites, two or three at about one in six. */
import { figures } from './figures.ts'
import type { Random } from './random.ts'
import type { PlacedSite } from './site.ts'

export const carriers = [
  { code: 'viettel', name: 'Viettel', letter: 'V', color: '#d55e00', is_sample: false },
  { code: 'vnpt', name: 'VNPT', letter: 'N', color: '#0072b2', is_sample: false },
  { code: 'mobifone', name: 'MobiFone', letter: 'M', color: '#009e73', is_sample: false },
  { code: 'doanh-nghiep-4', name: 'Doanh nghiệp 4', letter: '4', color: '#7a8587', is_sample: true },
  { code: 'doanh-nghiep-5', name: 'Doanh nghiệp 5', letter: '5', color: '#7a8587', is_sample: true },
] as const

type Weights = Readonly<Record<string, number>>

const remoteWeights: Weights = { viettel: 0.56, vnpt: 0.3, mobifone: 0.14 }
const townWeights: Weights = {
  viettel: 0.33,
  vnpt: 0.27,
  mobifone: 0.22,
  'doanh-nghiep-4': 0.1,
  'doanh-nghiep-5': 0.08,
}
const tenantWeights: Weights = {
  viettel: 0.2,
  vnpt: 0.3,
  mobifone: 0.3,
  'doanh-nghiep-4': 0.12,
  'doanh-nghiep-5': 0.08,
}

/** The codes of each site's carriers, the owner of the mast first. */
export function chooseCarriers(sites: readonly PlacedSite[], random: Random): string[][] {
  const shared = new Set(
    sites
      .filter((site) => site.assignedCarrier === null)
      .map((site) => ({ site, order: random.next() * (site.needed ? 1.3 : 1) }))
      .sort((a, b) => a.order - b.order || a.site.index - b.site.index)
      .slice(0, Math.round(sites.length * figures.shared_sites_share))
      .map(({ site }) => site),
  )
  return sites.map((site) => {
    const isTown = !site.needed && site.village.remoteness < -1.5
    const owner = site.assignedCarrier ?? draw(isTown ? townWeights : remoteWeights, [], random)
    if (!shared.has(site)) return [owner]
    const second = draw(tenantWeights, [owner], random)
    return random.chance(0.14)
      ? [owner, second, draw(tenantWeights, [owner, second], random)]
      : [owner, second]
  })
}

function draw(weights: Weights, without: readonly string[], random: Random): string {
  const entries = Object.entries(weights).filter(([code]) => !without.includes(code))
  let ticket = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  return (entries.find(([, weight]) => (ticket -= weight) <= 0) ?? entries[0]!)[0]
}
