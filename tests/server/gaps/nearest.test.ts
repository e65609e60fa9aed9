import { beforeAll, expect, it } from 'vitest'
import { createSurroundings, type Surroundings } from '../../../core/gaps/surroundings.ts'
import { toGapRoutes, toGapSites } from '../../../core/gaps/to-inventory.ts'
import { toVietnamDate } from '../../../core/dates.ts'
import type { Feature, LngLat } from '../../../core/geo.ts'
import type { LayerId } from '../../../core/inventory/layers.ts'
import { anonymous } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { listLayerRows } from '../../../server/db/layer-rows.ts'
import { listPeerNearest, type PeerNearest } from '../../../server/db/peer-nearest.ts'
import { describeDatabases } from '../../helpers/databases.ts'

const today = toVietnamDate(new Date())
/** PostGIS measures every site and route for these villages: all of them would take minutes in the embedded database. */
const every = 7

describeDatabases('what stands around the villages of the sample', ({ openSampleDatabase }) => {
  let peers: readonly PeerNearest[]
  const around = new Map<number, Surroundings>()

  beforeAll(async () => {
    const db = await openSampleDatabase()
    peers = await listPeerNearest(db, every)
    const find = createSurroundings({
      sites: toGapSites(await readLayer(db, 'sites')),
      routes: toGapRoutes(await readLayer(db, 'cable-routes')),
      fibre_villages: [],
    })
    for (const { id, geometry } of await readLayer(db, 'villages'))
      around.set(Number(id), find((geometry as { coordinates: unknown }).coordinates as LngLat))
  })

  it('is the nearest of each carrier, mast and route that PostGIS finds, within 0.5 % of its distance', () => {
    expect(new Set(peers.map(({ what }) => what)).size).toBeGreaterThan(5)
    for (const peer of peers) {
      const ours = findOurs(peer)
      // Half a metre: positions are handed over with six decimals.
      expect(Math.abs(ours.distance_m - peer.distance_m), JSON.stringify({ peer, ours })).toBeLessThanOrEqual(
        peer.distance_m * 0.005 + 0.5,
      )
    }
  })

  it('lies in the direction that PostGIS gives, within a tenth of a degree', () => {
    const far = peers.filter(({ distance_m, bearing_deg }) => bearing_deg !== null && distance_m > 200)
    expect(far.length).toBeGreaterThan(100)
    for (const peer of far) {
      const turn = Math.abs((findOurs(peer).bearing_deg ?? 0) - (peer.bearing_deg ?? 0))
      expect(Math.min(turn, 360 - turn), JSON.stringify(peer)).toBeLessThan(0.1)
    }
  })

  function findOurs({ village_id, what }: PeerNearest) {
    const { sites, shareable, fibre } = around.get(village_id)!
    const found =
      what === 'route'
        ? fibre
        : what === 'shareable'
          ? shareable
          : Array.isArray(sites)
            ? sites.find(({ carrier_code }) => carrier_code === what)
            : sites
    if (found === undefined || typeof found === 'string') throw new Error(`${what}: ${String(found)}`)
    return found as { readonly distance_m: number; readonly bearing_deg: number | null }
  }
})

/** As the API serves it to the staff. */
async function readLayer(db: Database, id: LayerId): Promise<Feature[]> {
  const rows = await listLayerRows(actAs(db, { ...anonymous, role: 'staff' }, null), id, { as_of: today })
  return rows.map(({ feature_id, geometry, ...properties }) => ({
    type: 'Feature',
    id: feature_id,
    geometry: JSON.parse(geometry ?? 'null') as Feature['geometry'],
    properties,
  }))
}
