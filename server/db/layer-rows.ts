/** Which features does a layer hold? The registry of the layers' SQL. */
import type { LayerId } from '../../core/inventory/layers.ts'
import { selectAdminUnits } from './admin-unit-rows.ts'
import { selectAssignments } from './assignment-rows.ts'
import { selectBaseMap } from './base-map-rows.ts'
import { selectCableRoutes } from './cable-route-rows.ts'
import type { Client } from './database.ts'
import { selectFacilities } from './facility-rows.ts'
import type { LayerRequest } from './layer-request.ts'
import { selectGeneratorSites, selectSites } from './site-rows.ts'
import { createSqlParameters, type Bind } from './sql-parameters.ts'
import { selectVillages } from './village-rows.ts'

/** A feature: its id, its geometry as GeoJSON text, and the fields of its collection under their own names. */
export type LayerRow = Readonly<Record<string, unknown>> & {
  readonly feature_id: string | number
  readonly geometry: string | null
}

const selects: Readonly<Record<LayerId, (bind: Bind, request: LayerRequest) => string>> = {
  province: selectAdminUnits('province'),
  districts: selectAdminUnits('district'),
  communes: selectAdminUnits('commune'),
  'communes-2025': selectAdminUnits('commune-2025'),
  villages: selectVillages,
  sites: selectSites,
  'generator-sites': selectGeneratorSites,
  'cable-routes': selectCableRoutes,
  facilities: selectFacilities,
  assignments: selectAssignments,
  'base-map': selectBaseMap,
}

export function listLayerRows(client: Client, id: LayerId, request: LayerRequest): Promise<LayerRow[]> {
  const { bind, values } = createSqlParameters()
  return client.query<LayerRow>(selects[id](bind, request), values)
}
