/** The layers: their catalogue, and each as GeoJSON. */
import type { FastifyInstance } from 'fastify'
import { layerFilters } from '../../core/api/layer-filters.ts'
import { getLayer, listLayers, type LayerFilters } from '../../core/api/layers.ts'
import { paths } from '../../core/api/paths.ts'
import { AppError } from '../../core/errors.ts'
import { layerIds, layers, type LayerId } from '../../core/inventory/layers.ts'
import { listReadableFields } from '../../core/inventory/readable-fields.ts'
import type { Role } from '../../core/permissions.ts'
import type { Context } from '../context.ts'
import type { Client } from '../db/database.ts'
import { listLayerFacts } from '../db/layer-facts.ts'
import type { LayerRequest } from '../db/layer-request.ts'
import { toLayerText } from '../layers/bodies.ts'
import { toSingleBody } from '../layers/compressed-bytes.ts'
import { addEndpoint, addRawEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { describeField } from './describe-field.ts'
import { parseBBox } from './parse-bbox.ts'
import { requireCarrier, requireUnits } from './require-known.ts'
import { sendBody } from './send-body.ts'

const type = 'application/geo+json; charset=utf-8'

export function addLayers(app: FastifyInstance, context: Context): void {
  const { as, bodies, limit } = context
  addEndpoint(app, listLayers, async ({ actor }) => {
    const facts = await listLayerFacts(as(actor), toDays(undefined).today)
    const factsOf = new Map(facts.map((fact) => [fact.id, fact]))
    return {
      layers: layerIds.map((id) => ({
        ...describeLayer(id, actor.role),
        ...(factsOf.get(id) ?? emptyLayer),
      })),
    }
  })
  addRawEndpoint(app, getLayer, async ({ actor, params, query }, request, reply) => {
    const id = toLayerId(params.id)
    refuseOtherFilters(id, query)
    if (Object.keys(query).length === 0) {
      const body = await bodies.getLayer(id, actor, toDays(undefined).today)
      return sendBody(request, reply, { body, type })
    }
    const text = await limit.run(() =>
      as(actor).transaction(async (client) =>
        toLayerText(client, { id, role: actor.role }, await toLayerRequest(client, query)),
      ),
    )
    return sendBody(request, reply, { body: toSingleBody(text), type })
  })
}

const emptyLayer = { count: 0, source: null, date: null, is_sample: false }

function describeLayer(id: LayerId, role: Role) {
  const { title, geometry } = layers[id]
  return {
    id,
    title,
    geometry,
    fields: listReadableFields(id, role).map(([name, field]) => describeField(name, field)),
    filters: [...layerFilters[id]],
    url: paths.getLayer.replace(':id', id),
  }
}

function toLayerId(id: string): LayerId {
  const known = layerIds.find((layerId) => layerId === id)
  if (known === undefined) throw new AppError('layer_not_found', { value: id })
  return known
}

function refuseOtherFilters(id: LayerId, query: LayerFilters): void {
  for (const field of Object.keys(query)) {
    if (!layerFilters[id].some((filter) => filter === field)) {
      throw new AppError('parameter_unknown', { field, layer: id, expected: layerFilters[id].join(' | ') })
    }
  }
}

async function toLayerRequest(client: Client, query: LayerFilters): Promise<LayerRequest> {
  const { bbox, ...filters } = query
  const request = {
    ...filters,
    as_of: toDays(query.as_of).as_of,
    ...(bbox === undefined ? {} : { bbox: parseBBox(bbox) }),
  }
  await requireCarrier(client, query.carrier)
  await requireUnits(client, query)
  return request
}
