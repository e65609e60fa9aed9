/** Where in a commune could a village stand? Inside the line, near roads, rivers and other villages, not on top of one. */
import type { LngLat } from '../../core/geo.ts'
import { getDistance, getSegmentDistance, toPlane } from '../reference/planar.ts'
import { createNearestIndex, moveBy, round5 } from './nearest.ts'
import type { Commune, Province } from './province.ts'
import type { Random } from './random.ts'
import type { PlacedVillage } from './village.ts'

type Placed = Pick<PlacedVillage, 'position' | 'assignment'>

export interface CommuneGround {
  readonly commune: Commune
  readonly findSeat: () => LngLat
  /** Beside what is there already. `spacing` is the mean distance of villages in metres. */
  readonly findNext: (villages: readonly Placed[], spacing: number) => LngLat
  /** Far from what is there already: where villages without any service are. */
  readonly findRemote: (villages: readonly Placed[], spacing: number) => LngLat
}

const attempts = 160
const remoteAttempts = 900
/** Two villages without service: one valley, not one place. */
const quietSpacingMetres = 1700
/** Nearer to the line than this a village could fall outside when coordinates are rounded. */
const edgeMetres = 60
/** No generated village close to one that has nothing: it would have a mast. */
const quietMetres = 2200

export function createCommuneGround(province: Province, commune: Commune, random: Random): CommuneGround {
  const anchors = listAnchors(province, commune)
  const isFree = (position: LngLat) =>
    province.locate(position) === commune && getEdgeDistance(position, commune) > edgeMetres

  function propose(villages: readonly Placed[], spacing: number): LngLat {
    const away = () => Math.min(2600, spacing * random.between(0.45, 1.25))
    const angle = random.between(0, 2 * Math.PI)
    const isByRoad = anchors.length > 0 && (villages.length === 0 || random.chance(0.45))
    if (isByRoad) return moveBy(random.pick(anchors), random.between(40, Math.min(500, spacing)), angle)
    if (villages.length === 0) return moveBy(commune.label, away(), angle)
    // Later villages are more likely parents than earlier ones: chains up a valley, not one lump.
    const parent = villages[Math.floor(villages.length * Math.sqrt(random.next()))]!
    return moveBy(parent.position, away(), angle)
  }

  function findNext(villages: readonly Placed[], spacing: number): LngLat {
    const others = createNearestIndex(villages)
    const quiet = createNearestIndex(villages.filter(({ assignment }) => assignment !== null))
    for (let strictness = 1; strictness > 0.01; strictness *= 0.7) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const position = propose(villages, spacing)
        if (others.within(position, spacing * 0.42 * strictness).length > 0) continue
        if (quiet.within(position, quietMetres * strictness).length > 0) continue
        if (isFree(position)) return position
      }
    }
    throw new Error(`no room for another village in ${commune.name}`)
  }

  function findRemote(villages: readonly Placed[], spacing: number): LngLat {
    const served = createNearestIndex(villages.filter(({ assignment }) => assignment === null))
    const quiet = createNearestIndex(villages.filter(({ assignment }) => assignment !== null))
    let best: { position: LngLat; score: number } | null = null
    for (let attempt = 0; attempt < remoteAttempts; attempt++) {
      const position = sampleInside(commune, random)
      if (quiet.within(position, quietSpacingMetres).length > 0) continue
      const toServed = served.nearest(position)?.metres ?? spacing
      const toQuiet = quiet.nearest(position)?.metres ?? 0
      // Villages without service lie together at the head of a valley.
      const score = Math.min(toServed, 4500) - 0.35 * Math.min(toQuiet, 8000)
      if ((best === null || score > best.score) && isFree(position)) best = { position, score }
    }
    if (best === null) throw new Error(`no room in ${commune.name}`)
    return best.position
  }

  function findSeat(): LngLat {
    const nearest = [...anchors].sort(
      (a, b) => getDistance(a, commune.label) - getDistance(b, commune.label),
    )[0]
    const reach = Math.sqrt(commune.area_km2) * 450
    if (nearest !== undefined && getDistance(nearest, commune.label) < reach) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const position = moveBy(nearest, random.between(20, 400), random.between(0, 2 * Math.PI))
        if (isFree(position)) return position
      }
    }
    return commune.label
  }

  return { commune, findSeat, findNext, findRemote }
}

function listAnchors(province: Province, commune: Commune): LngLat[] {
  return province.lines
    .filter(({ kind }) => kind !== 'border')
    .flatMap(({ positions }) => positions)
    .filter((position) => province.locate(position) === commune)
}

function sampleInside(commune: Commune, random: Random): LngLat {
  const ring = commune.rings[0]!
  const lngs = ring.map(([lng]) => lng)
  const lats = ring.map(([, lat]) => lat)
  return round5([
    random.between(Math.min(...lngs), Math.max(...lngs)),
    random.between(Math.min(...lats), Math.max(...lats)),
  ])
}

function getEdgeDistance(position: LngLat, commune: Commune): number {
  const latitude = position[1]
  const point = toPlane(position, latitude)
  let least = Infinity
  for (const ring of commune.rings) {
    let from = toPlane(ring[0]!, latitude)
    for (const vertex of ring.slice(1)) {
      const to = toPlane(vertex, latitude)
      least = Math.min(least, getSegmentDistance(point, from, to))
      from = to
    }
  }
  return least
}
