/** How long does it take to locate villages in the communes, against naive Turf and PostGIS's join? */
import { featureCollection, point, pointsWithinPolygon } from '@turf/turf'
import { createLocator, toUnitRank } from '../../core/coverage/locate.ts'
import type { LngLat, UnitFeature } from '../../core/geo.ts'
import type { Client } from '../../server/db/database.ts'
import { timeJoin } from '../../server/db/peer-questions.ts'
import { createPoints } from './random-data.ts'
import { formatSpread, interleave, toRatios, toSpread } from './ratio.ts'
import type { Measurement, Section } from './report.ts'

export interface LocatableProperties {
  readonly code: string
  readonly parent_code: string | null
}

function createCommuneLocator(communes: readonly UnitFeature<LocatableProperties>[]) {
  return createLocator(
    communes.map(({ properties, geometry }) => ({ rank: toUnitRank(properties), geometry })),
  )
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function locateAll(communes: readonly UnitFeature<LocatableProperties>[], points: readonly LngLat[]): void {
  const locate = createCommuneLocator(communes)
  for (const position of points) locate(position)
}

function locateNaively(
  communes: readonly UnitFeature<LocatableProperties>[],
  points: readonly LngLat[],
): void {
  const collection = featureCollection(points.map(([lng, lat]) => point([lng, lat])))
  for (const commune of communes) pointsWithinPolygon(collection, commune)
}

async function measure(
  client: Client,
  communes: readonly UnitFeature<LocatableProperties>[],
  points: readonly LngLat[],
  demanded_ms: number,
  rounds: number,
): Promise<Measurement[]> {
  const times = await interleave(
    {
      ours: () => timed(() => locateAll(communes, points)),
      naive: () => timed(() => locateNaively(communes, points)),
      postgis: () => timeJoin(client, points),
    },
    rounds,
  )
  const ours = times['ours'] ?? []
  const naive = toRatios(times['naive'] ?? [], ours)
  const postgis = toRatios(times['postgis'] ?? [], ours)
  const count = points.length.toLocaleString('en')
  return [
    {
      what: `${count} points in ${communes.length} communes, index built each time, ms`,
      measured: formatSpread(toSpread(ours), 1),
      demanded: `≤ ${demanded_ms}`,
      met: toSpread(ours).median <= demanded_ms,
    },
    {
      what: `the same by naive turf.pointsWithinPolygon ÷ ours`,
      measured: formatSpread(naive, 1),
      demanded: '≥ 10',
      met: naive.median >= 10,
    },
    {
      what: `the same by PostGIS's join (GiST index, ${communes.length} communes) ÷ ours`,
      measured: formatSpread(postgis, 1),
      demanded: 'beside',
      met: null,
    },
  ]
}

export async function measureLocating(
  client: Client,
  communes: readonly UnitFeature<LocatableProperties>[],
  villages: readonly LngLat[],
  bbox: readonly [number, number, number, number],
  rounds: number,
): Promise<Section> {
  const locate = createCommuneLocator(communes)
  const many = createPoints(100_000, bbox, (position) => locate(position) >= 0)
  return {
    title: 'Locating, once per data version',
    how: 'In Node, the code that the worker runs; random points all lie inside the province.',
    rows: [
      ...(await measure(client, communes, villages, 8, rounds)),
      ...(await measure(client, communes, many, 200, rounds)),
    ],
  }
}
