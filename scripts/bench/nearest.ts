/** How long do all gaps of a province take to find what stands around them, and how long does PostGIS's own index? */
import { toVietnamDate } from '../../core/dates.ts'
import { createSurroundings, type GapInventory } from '../../core/gaps/surroundings.ts'
import { toGapRoutes, toGapSites } from '../../core/gaps/to-inventory.ts'
import type { Feature, LngLat } from '../../core/geo.ts'
import type { LayerId } from '../../core/inventory/layers.ts'
import { anonymous } from '../../core/permissions.ts'
import { actAs } from '../../server/db/act-as.ts'
import type { Database } from '../../server/db/database.ts'
import { listLayerRows } from '../../server/db/layer-rows.ts'
import { timePeerNearest } from '../../server/db/peer-nearest.ts'
import { formatSpread, interleave, toRatios, toSpread } from './ratio.ts'
import type { Measurement, Section } from './report.ts'

const demanded_ms = 20

export async function measureNearest(database: Database, rounds: number): Promise<Section> {
  const villages = await readLayer(database, 'villages')
  const inventory: GapInventory = {
    sites: toGapSites(await readLayer(database, 'sites')),
    routes: toGapRoutes(await readLayer(database, 'cable-routes')),
    fibre_villages: villages
      .filter(({ properties }) => properties?.['fibre'] === 'covered')
      .map((village) => ({ id: Number(village.id), position: toPosition(village) })),
  }
  const all = villages.map(toPosition)
  const gaps = villages.filter(({ properties }) => properties?.['fibre'] !== 'covered').map(toPosition)
  const findAll = (places: readonly LngLat[]) => {
    const start = performance.now()
    const find = createSurroundings(inventory)
    for (const place of places) find(place)
    return performance.now() - start
  }
  const times = await interleave(
    { gaps: () => findAll(gaps), all: () => findAll(all), postgis: () => timePeerNearest(database) },
    rounds,
  )
  const toRow = (name: string, what: string, demanded_ms: number | null): Measurement => {
    const spread = toSpread(times[name] ?? [])
    return {
      what: `${what}, indexes made each time, ms`,
      measured: formatSpread(spread, 1),
      demanded: demanded_ms === null ? 'reported' : `≤ ${demanded_ms}`,
      met: demanded_ms === null ? null : spread.median <= demanded_ms,
    }
  }
  return {
    title: 'What stands around every gap',
    how: `In Node, the code that the worker runs: of ${inventory.sites?.length ?? 0} sites the nearest of each carrier and the nearest mast offered, of ${inventory.routes?.length ?? 0} cable routes and ${inventory.fibre_villages.length} villages the nearest fibre, each with distance and bearing; the first round included.`,
    rows: [
      toRow('gaps', `${gaps.length} villages without fibre`, demanded_ms),
      toRow('all', `all ${all.length.toLocaleString('en')} villages`, null),
      {
        what: 'all villages by PostGIS’s KNN (GiST index; no villages with fibre) ÷ ours',
        measured: formatSpread(toRatios(times['postgis'] ?? [], times['all'] ?? []), 1),
        demanded: 'beside',
        met: null,
      },
    ],
  }
}

function toPosition({ geometry }: Feature): LngLat {
  return (geometry as { readonly coordinates: unknown }).coordinates as LngLat
}

/** As the API serves it to the staff. */
async function readLayer(database: Database, id: LayerId): Promise<Feature[]> {
  const staff = actAs(database, { ...anonymous, role: 'staff' }, null)
  const rows = await listLayerRows(staff, id, { as_of: toVietnamDate(new Date()) })
  return rows.map(({ feature_id, geometry, ...properties }) => ({
    type: 'Feature',
    id: feature_id,
    geometry: JSON.parse(geometry ?? 'null') as Feature['geometry'],
    properties,
  }))
}
