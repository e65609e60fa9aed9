/** Which routes does the network consist of, which parts lie underground, who owns them? */
import type { LngLat } from '../../core/geo.ts'
import { getDistance } from '../reference/planar.ts'
import { moveBy, round5 } from './nearest.ts'
import type { Branch } from './network.ts'
import type { Province } from './province.ts'
import type { Random } from './random.ts'

export interface CableRoute {
  readonly code: string
  readonly name: string
  readonly kind: 'underground' | 'aerial'
  readonly owner_code: string
  readonly tenant_codes: readonly string[]
  readonly length_m: number
  readonly built_on: string
  readonly line: readonly LngLat[]
}

interface Stretch {
  readonly line: readonly LngLat[]
  readonly length: number
  /** Least metres from a town's seat: towns are put underground first. */
  readonly toTown: number
  readonly branch: number
}

/** Share of the kilometres that lie underground. */
const undergroundShare = 0.166

/** @param towns seats of the urban communes and of the districts */
export function buildCableRoutes(
  province: Province,
  branches: readonly Branch[],
  towns: readonly LngLat[],
  random: Random,
): CableRoute[] {
  const stretches = branches.flatMap((branch, index) => toStretches(branch, index, towns, province, random))
  const total = stretches.reduce((sum, { length }) => sum + length, 0)
  const underground = new Set<Stretch>()
  let kilometres = 0
  for (const stretch of [...stretches].sort((a, b) => a.toTown - b.toTown)) {
    if (kilometres + stretch.length > total * undergroundShare) break
    kilometres += stretch.length
    underground.add(stretch)
  }
  return branches.flatMap((branch, index) =>
    toRoutes(
      branch,
      index,
      stretches.filter((stretch) => stretch.branch === index),
      underground,
      random,
    ),
  )
}

/** One stretch a step of the network; away from roads it bends a little, as a line along a valley does. */
function toStretches(
  branch: Branch,
  index: number,
  towns: readonly LngLat[],
  province: Province,
  random: Random,
): Stretch[] {
  return branch.roads.map((road, i) => {
    const from = branch.nodes[i]!.position
    const to = branch.nodes[i + 1]!.position
    const bent = road ? [from, to] : bend(from, to, random)
    const isInside = bent.every((position) => province.locate(position) !== null)
    const line = (isInside ? bent : [from, to]).map(round5)
    const middle: LngLat = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    const toTown = Math.min(...towns.map((town) => getDistance(town, middle)))
    return { line, length: getLength(line), toTown, branch: index }
  })
}

function bend(from: LngLat, to: LngLat, random: Random): LngLat[] {
  const length = getDistance(from, to)
  if (length < 300) return [from, to]
  const side = (t: number): LngLat => {
    const on: LngLat = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
    return moveBy(
      on,
      length * random.between(-0.07, 0.07),
      Math.atan2(to[1] - from[1], to[0] - from[0]) + Math.PI / 2,
    )
  }
  return [from, side(0.25), side(0.5), side(0.75), to]
}

/** Runs of one kind within a branch are one route each. */
function toRoutes(
  branch: Branch,
  index: number,
  stretches: readonly Stretch[],
  underground: ReadonlySet<Stretch>,
  random: Random,
): CableRoute[] {
  const start = branch.nodes[0]!.commune.name
  const end = branch.nodes.at(-1)!.commune.name
  const title = start === end ? `Nội xã ${end}` : `${start} – ${end}`
  const owner_code = random.chance(0.55) ? 'vnpt' : 'viettel'
  const tenant_codes = ['viettel', 'vnpt', 'mobifone'].filter(
    (code) => code !== owner_code && random.chance(code === 'mobifone' ? 0.25 : 0.12),
  )
  const year = Math.min(2020, 2004 + Math.floor(index / 9) + random.int(0, 2))
  const built_on = `${year}-${String(random.int(1, 12)).padStart(2, '0')}-15`
  const runs: { kind: CableRoute['kind']; line: LngLat[] }[] = []
  for (const stretch of stretches) {
    const kind = underground.has(stretch) ? 'underground' : 'aerial'
    const last = runs.at(-1)
    if (last?.kind === kind) last.line.push(...stretch.line.slice(1))
    else runs.push({ kind, line: [...stretch.line] })
  }
  return runs.map(({ kind, line }, part) => ({
    code: `TC-${String(index + 1).padStart(3, '0')}${runs.length > 1 ? `-${part + 1}` : ''}`,
    name: title,
    kind,
    owner_code,
    tenant_codes,
    length_m: Math.round(getLength(line)),
    built_on,
    line,
  }))
}

function getLength(line: readonly LngLat[]): number {
  return line.slice(1).reduce((sum, to, i) => sum + getDistance(line[i]!, to), 0)
}
