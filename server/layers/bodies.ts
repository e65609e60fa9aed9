/** Which bodies are kept, and how is each made from the database? */
import { AppError } from '../../core/errors.ts'
import { layers, type LayerId } from '../../core/inventory/layers.ts'
import type { Audience } from '../db/audience.ts'
import type { Client } from '../db/database.ts'
import { listLayerRows } from '../db/layer-rows.ts'
import type { LayerRequest } from '../db/layer-request.ts'
import { findProvince } from '../db/province.ts'
import { listVillageServices } from '../db/village-services.ts'
import { createByteStore } from './byte-store.ts'
import type { Body } from './compressed-bytes.ts'
import { toFeatureCollectionText } from './feature-collection.ts'

export interface Bodies {
  /** A whole layer as the audience sees it on the day. */
  readonly getLayer: (id: LayerId, audience: Audience, today: string) => Promise<Body>
  /** Every statement until the day. */
  readonly getVillageServices: (today: string) => Promise<Body>
  /** What a client asks for first; throws `data_not_loaded` until there is a province. */
  readonly getProvince: (today: string) => Promise<Body>
  /** Forgets all: the data have changed. */
  readonly clear: () => void
  /** How many bodies were built since the start. */
  readonly countBuilds: () => number
}

export function createBodies(db: Client, basemap_style_url: string | null): Bodies {
  const store = createByteStore()
  let day = ''
  const getOf = (today: string, key: string, build: () => Promise<string>) => {
    // States and stations on air are those of the day: what yesterday saw is not kept.
    if (today !== day) store.clear()
    day = today
    return store.get(key, build)
  }
  return {
    getLayer: (id, audience, today) =>
      getOf(today, `${audience}/${id}`, () => toLayerText(db, id, { audience, today, as_of: today })),
    getVillageServices: (today) =>
      getOf(today, 'village-services', async () =>
        JSON.stringify(await listVillageServices(db, { as_of: today })),
      ),
    getProvince: (today) =>
      getOf(today, 'province', async () =>
        JSON.stringify({ ...(await requireProvince(db, today)), basemap_style_url }),
      ),
    clear: store.clear,
    countBuilds: store.countBuilds,
  }
}

async function requireProvince(db: Client, today: string) {
  const province = await findProvince(db, today)
  if (province === null) throw new AppError('data_not_loaded')
  return province
}

/** The layer, or the part of it that is asked for, as GeoJSON text. */
export async function toLayerText(db: Client, id: LayerId, request: LayerRequest): Promise<string> {
  return toFeatureCollectionText(layers[id], await listLayerRows(db, id, request))
}
