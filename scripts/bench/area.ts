/** How long does the area inside the circles of all sites take, against turf.union and PostGIS? */
import { circle, featureCollection, union } from '@turf/turf'
import { createGround, toUnitAreas, uniteCircles, type UnitArea } from '../../core/coverage/area.ts'
import { toRing } from '../../core/coverage/site-circle.ts'
import { addCircles } from '../../core/coverage/trial-area.ts'
import type { LngLat, UnitFeature } from '../../core/geo.ts'
import type { Client } from '../../server/db/database.ts'
import { timeArea } from '../../server/db/peer-areas.ts'
import { formatSpread, interleave, toRatios, toSpread } from './ratio.ts'
import type { Section } from './report.ts'

const radius_m = 3_000

interface Timed {
  readonly ms: number
  readonly covered_m2: number
}

export async function measureArea(
  client: Client,
  communes: readonly UnitFeature<unknown>[],
  sites: readonly LngLat[],
  rounds: number,
): Promise<Section> {
  const geometries = communes.map(({ geometry }) => geometry)
  const circles = sites.map((position) => ({ position, radius_m }))
  const rings = circles.map((one) => closeRing(toRing(one)))
  const ours = (): Timed => {
    const start = performance.now()
    const ground = createGround(geometries)
    const areas = toUnitAreas(ground, uniteCircles(ground.plane, circles))
    return { ms: performance.now() - start, covered_m2: sum(areas) }
  }
  const times = await interleave<Timed>(
    { ours, turf: () => timeTurf(sites), postgis: () => timeArea(client, rings) },
    rounds,
  )
  const toMs = (name: string) => (times[name] ?? []).map(({ ms }) => ms)
  const error = (times['ours']?.[0]?.covered_m2 ?? NaN) / (times['postgis']?.[0]?.covered_m2 ?? NaN) - 1
  const trial = timeTrial(geometries, sites)
  return {
    title: 'Area inside circles',
    how: `${sites.length} circles of 3 km, united and cut with ${communes.length} communes, in Node, the code that the worker runs; turf.union unites them and cuts nothing; PostGIS unites, cuts and measures the same rings.`,
    rows: [
      {
        what: 'united, cut and measured, ms',
        measured: formatSpread(toSpread(toMs('ours')), 0),
        demanded: '–',
        met: null,
      },
      {
        what: 'turf.union alone ÷ ours',
        measured: formatSpread(toRatios(toMs('turf'), toMs('ours')), 1),
        demanded: 'beside',
        met: null,
      },
      {
        what: 'PostGIS ÷ ours',
        measured: formatSpread(toRatios(toMs('postgis'), toMs('ours')), 1),
        demanded: 'beside',
        met: null,
      },
      {
        what: 'area of the province against PostGIS',
        measured: `${(error * 100).toFixed(5)} %`,
        demanded: '≤ 0.1 %',
        met: Math.abs(error) <= 0.001,
      },
      {
        what: 'areas of all communes after one trial site has moved, ms',
        measured: formatSpread(toSpread(trial), 1),
        demanded: '≤ 16',
        met: toSpread(trial).median <= 16,
      },
    ],
  }
}

/** A hand that drags over the province, from site to site. */
function timeTrial(geometries: Parameters<typeof createGround>[0], sites: readonly LngLat[]): number[] {
  const ground = createGround(geometries)
  const covered = uniteCircles(
    ground.plane,
    sites.map((position) => ({ position, radius_m })),
  )
  const before = { covered, areas: toUnitAreas(ground, covered) }
  return sites.slice(0, 200).map(([lng, lat]) => {
    const start = performance.now()
    addCircles(ground, before, [{ position: [lng + 0.05, lat + 0.05], radius_m }])
    return performance.now() - start
  })
}

function timeTurf(sites: readonly LngLat[]): Timed {
  const start = performance.now()
  union(featureCollection(sites.map((position) => circle([...position], radius_m / 1000, { steps: 64 }))))
  return { ms: performance.now() - start, covered_m2: NaN }
}

function closeRing(ring: readonly LngLat[]): LngLat[] {
  return [...ring, ring[0]!]
}

function sum(areas: readonly UnitArea[]): number {
  return areas.reduce((total, { covered_m2 }) => total + covered_m2, 0)
}
