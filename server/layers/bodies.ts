/** Which bodies are kept, and how is each made from the database? */
import { AppError } from '../../core/errors.ts'
import type { LayerId } from '../../core/inventory/layers.ts'
import { isGuarded, listReadableFields } from '../../core/inventory/readable-fields.ts'
import { anonymous, type Actor, type Role } from '../../core/permissions.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import type { Client } from '../db/database.ts'
import { listLayerRows } from '../db/layer-rows.ts'
import type { LayerRequest } from '../db/layer-request.ts'
import { findProvince } from '../db/province.ts'
import { listVillageServices } from '../db/village-services.ts'
import { toAudience } from './audience.ts'
import { createByteStore } from './byte-store.ts'
import type { Body } from './compressed-bytes.ts'
import { toFeatureCollectionText } from './feature-collection.ts'
import { isStale, type BodyName } from './stale-bodies.ts'

export interface Bodies {
  /** A whole layer as the actor sees it on the day. */
  readonly getLayer: (id: LayerId, actor: Actor, today: string) => Promise<Body>
  /** Every statement until the day. */
  readonly getVillageServices: (today: string) => Promise<Body>
  /** What a client asks for first; throws `data_not_loaded` until there is a province. */
  readonly getProvince: (today: string) => Promise<Body>
  /** Forgets those in which one of the nouns stands: it has changed. */
  readonly forget: (nouns: ReadonlySet<string>) => void
  /** How many bodies were built since the start. */
  readonly countBuilds: () => number
}

export interface BodyParts {
  readonly as: (actor: Actor) => ActingDatabase
  readonly basemapStyleUrl: string | null
}

interface BodyKey {
  readonly audience: string
  readonly name: BodyName
}

const everybody = 'everybody'

export function createBodies({ as, basemapStyleUrl }: BodyParts): Bodies {
  const store = createByteStore()
  // What is the same for everybody is made for a visitor.
  const visitor = as(anonymous)
  let day = ''
  const getOf = (today: string, { audience, name }: BodyKey, build: () => Promise<string>) => {
    // States and stations on air are those of the day: what yesterday saw is not kept.
    if (today !== day) store.clear()
    day = today
    return store.get(`${name} ${audience}`, build)
  }
  return {
    getLayer: (id, asking, today) => {
      const { key, actor } = toAudience(isGuarded(id) ? asking : anonymous)
      const request = { as_of: today }
      return getOf(today, { audience: key, name: id }, () =>
        toLayerText(as(actor), { id, role: actor.role }, request),
      )
    },
    getVillageServices: (today) =>
      getOf(today, { audience: everybody, name: 'village-services' }, async () =>
        JSON.stringify(await listVillageServices(visitor, { as_of: today })),
      ),
    getProvince: (today) =>
      getOf(today, { audience: everybody, name: 'province-facts' }, async () => {
        const province = await visitor.transaction((client) => requireProvince(client, today))
        return JSON.stringify({ ...province, basemap_style_url: basemapStyleUrl })
      }),
    forget: (nouns) => store.forget((key) => isStale(key.split(' ')[0] as BodyName, nouns)),
    countBuilds: store.countBuilds,
  }
}

async function requireProvince(client: Client, today: string) {
  const province = await findProvince(client, today)
  if (province === null) throw new AppError('data_not_loaded')
  return province
}

/** The layer, or the part of it that is asked for, as GeoJSON text with the fields that the role gets. */
export async function toLayerText(
  client: Client,
  { id, role }: { readonly id: LayerId; readonly role: Role },
  request: LayerRequest,
): Promise<string> {
  const names = listReadableFields(id, role).map(([name]) => name)
  return toFeatureCollectionText(names, await listLayerRows(client, id, request))
}
