/** Which layers does the map have? The registry of collections: a new layer is one line here. */
import { communes, communes2025, districts, province } from './admin-units.ts'
import { assignments } from './assignments.ts'
import { baseMap } from './base-map.ts'
import { cableRoutes } from './cable-routes.ts'
import { facilities } from './facilities.ts'
import { generatorSites, sites } from './sites.ts'
import { villages } from './villages.ts'

export const layers = {
  province,
  districts,
  communes,
  'communes-2025': communes2025,
  villages,
  sites,
  'generator-sites': generatorSites,
  'cable-routes': cableRoutes,
  facilities,
  assignments,
  'base-map': baseMap,
} as const

export type LayerId = keyof typeof layers
export const layerIds = Object.keys(layers) as LayerId[]
