/** What does a failure take away, asked of the worker with what this reader is shown? */
import type { FailureAnswer } from '../core/gaps/if-fails.ts'
import type { StationsOnAir } from '../core/api/stations.ts'
import type { FeatureCollection, LngLat } from '../core/geo.ts'
import type { AdminUnit } from '../core/inventory/admin-units.ts'
import type { CableRoute } from '../core/inventory/cable-routes.ts'
import type { Site, Technology } from '../core/inventory/sites.ts'
import { ApiProblem, call } from './api.ts'
import { engine } from './engine.ts'
import { loadLayer } from './load-layers.ts'
import type { Failing } from './state/failing.ts'
import { useApp } from './state/store.ts'
import { getUnitFeatures, getVillageFeatures, type VillageFeature } from './state/units.ts'
import type { FailNetwork } from './workers/if-fails.ts'

export interface AnsweredFailure {
  readonly answer: FailureAnswer
  readonly as_of: string
  /** What this reader is not shown of the sites. */
  readonly hidden: {
    readonly sites: 'shown' | 'generalised' | 'hidden'
    readonly backhaul: 'shown' | 'hidden'
  }
  /** Where the network is taken to begin. */
  readonly seat_name: string
}

interface GivenNetwork {
  readonly sites: FeatureCollection
  readonly routes: FeatureCollection
  readonly as_of: string
}

let given: GivenNetwork | null = null

/** @throws ApiProblem where something that is needed does not come */
export async function askIfFails(fails: readonly Failing[]): Promise<AnsweredFailure> {
  const { question, today } = useApp.getState()
  const as_of = question.as_of ?? today
  const [sites, routes, districts, villages] = await Promise.all([
    requireLayer('sites'),
    requireLayer('cable-routes'),
    requireLayer('districts'),
    requireLayer('villages'),
  ])
  const seat = findSeat(districts, villages)
  if (given?.sites !== sites || given.routes !== routes || given.as_of !== as_of) {
    const stations = await call('listStationsOnAir', question.as_of === null ? {} : { query: { as_of } })
    await engine.setFailNetwork(toNetwork({ sites, routes, as_of }, stations, seat.position))
    given = { sites, routes, as_of }
  }
  const ids = (type: Failing['type']) => fails.filter((one) => one.type === type).map(({ id }) => id)
  const answer = await engine.askIfFails({ sites: ids('site'), routes: ids('cable-route') })
  return { answer, as_of, hidden: findHidden(sites), seat_name: seat.name }
}

async function requireLayer(
  id: 'sites' | 'cable-routes' | 'districts' | 'villages',
): Promise<FeatureCollection> {
  const layer = await loadLayer(id)
  if (layer === null) throw useApp.getState().layer_problems[id] ?? new ApiProblem('network')
  return layer
}

function toNetwork(
  { sites, routes, as_of }: GivenNetwork,
  { site, carrier, technology, carriers, technologies }: StationsOnAir,
  seat: LngLat,
): FailNetwork {
  return {
    as_of,
    seat,
    sites: sites.features.flatMap(({ id, geometry, properties }) => {
      const { backhaul = null, carriers: onAir } = properties as Site
      if (geometry.type !== 'Point' || typeof id !== 'number' || onAir.length === 0) return []
      return [{ id, position: geometry.coordinates as unknown as LngLat, backhaul }]
    }),
    stations: site.map((site_id, index) => ({
      site_id,
      carrier_code: carriers[carrier[index]!]!,
      technology: technologies[technology[index]!] as Technology,
    })),
    routes: routes.features.flatMap(({ id, geometry, properties }) => {
      const { owner_code, tenant_codes } = properties as CableRoute
      if (geometry.type !== 'LineString' || typeof id !== 'number') return []
      const line = geometry.coordinates as unknown as readonly LngLat[]
      return [{ id, line, carriers: [...(owner_code === null ? [] : [owner_code]), ...tenant_codes] }]
    }),
  }
}

function findHidden({ features }: FeatureCollection): AnsweredFailure['hidden'] {
  const all = features.map(({ properties }) => properties as Site)
  const isHidden = all.length > 0 && all.every(({ backhaul }) => backhaul == null)
  return {
    sites:
      all.length === 0
        ? 'hidden'
        : all.some(({ access }) => access === 'generalised')
          ? 'generalised'
          : 'shown',
    backhaul: isHidden ? 'hidden' : 'shown',
  }
}

interface Seat {
  readonly name: string
  readonly position: LngLat
}

/** In the city or, where a province has none, the town; else in the district with most households: where its people live. */
function findSeat(districts: FeatureCollection, villages: FeatureCollection): Seat {
  const units = getUnitFeatures(districts).map(({ properties }) => properties)
  const rank = ({ kind }: AdminUnit) => (kind === 'thanh_pho' ? 2 : kind === 'thi_xa' ? 1 : 0)
  const [seat] = [...units].sort(
    (a, b) => rank(b) - rank(a) || (b.households ?? 0) - (a.households ?? 0) || (a.code < b.code ? -1 : 1),
  )
  if (seat === undefined) throw new ApiProblem('data_not_loaded')
  const own = getVillageFeatures(villages).filter(({ properties }) => properties.district_code === seat.code)
  const toMiddle = (axis: 0 | 1) => findMiddle(own, axis)
  return { name: seat.name, position: [toMiddle(0) ?? seat.label_lng, toMiddle(1) ?? seat.label_lat] }
}

/** Half of the people live on either side: quarters outweigh the hamlets of a wide district. Null without people. */
function findMiddle(villages: readonly VillageFeature[], axis: 0 | 1): number | null {
  const people = ({ properties }: VillageFeature) => properties.population ?? 0
  const sorted = [...villages].sort((a, b) => a.geometry.coordinates[axis]! - b.geometry.coordinates[axis]!)
  let left = sorted.reduce((sum, village) => sum + people(village), 0) / 2
  return sorted.find((village) => (left -= people(village)) < 0)?.geometry.coordinates[axis] ?? null
}
