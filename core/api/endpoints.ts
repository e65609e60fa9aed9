/** Which endpoints are there? The registry that server and browser share. */
import { getCoverage, listVillageServices } from './coverage.ts'
import { getLayer, listLayers } from './layers.ts'
import { getHealth, getReady } from './operations.ts'
import { getProvince } from './province.ts'
import { getSite, getVillage } from './records.ts'
import { search } from './search.ts'

export const endpoints = {
  getProvince,
  listLayers,
  getLayer,
  listVillageServices,
  getCoverage,
  getSite,
  getVillage,
  search,
  getHealth,
  getReady,
} as const

export type Endpoints = typeof endpoints
