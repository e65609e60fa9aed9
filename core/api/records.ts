/** What is known of one site or one village? */
import { Type } from 'typebox'
import { bases, services, statementStates } from '../coverage/states.ts'
import { toEnum, toNullable, toPropertiesSchema } from '../inventory/collection.ts'
import { sites, technologies } from '../inventory/sites.ts'
import { villages } from '../inventory/villages.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

const recordId = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
const position = { lng: Type.Number(), lat: Type.Number() }
const unitNames = {
  district_name: Type.String(),
  commune_name: Type.String(),
  commune_2025_name: Type.String(),
}

const station = Type.Object({
  carrier_code: Type.String(),
  technology: toEnum(technologies),
  bands_mhz: Type.Array(Type.Integer()),
  on_air_on: toNullable(Type.String()),
  off_air_on: toNullable(Type.String()),
})

export const getSite = defineEndpoint({
  method: 'GET',
  path: paths.getSite,
  summary: 'One site with its stations',
  params: recordId,
  response: Type.Object({
    id: Type.Integer(),
    ...position,
    ...unitNames,
    ...toPropertiesSchema(sites).properties,
    address: toNullable(Type.String()),
    owner_code: toNullable(Type.String()),
    stations: Type.Array(station),
  }),
})

const villageStatement = Type.Object({
  service: toEnum(services),
  carrier_code: Type.String(),
  basis: toEnum(bases),
  state: toEnum(statementStates),
  households_share: toNullable(Type.Number()),
  observed_on: Type.String(),
  source_code: toNullable(Type.String()),
  holds: Type.Boolean({ description: 'the strongest of its carrier and service today' }),
  needs_reverification: Type.Boolean(),
})

const nearestSite = Type.Object({
  site_id: Type.Integer(),
  site_code: Type.String(),
  site_name: Type.String(),
  carrier_code: Type.String(),
  technologies: Type.Array(toEnum(technologies)),
  distance_m: Type.Number(),
  bearing_deg: toNullable(
    Type.Number({ description: 'clockwise from north, from the village to the site; null on the spot' }),
  ),
})

const villageAssignment = Type.Object({
  act_code: Type.String(),
  act_title: Type.String(),
  row_no: Type.Integer(),
  carrier_code: Type.String(),
  service: Type.String(),
  due_on: toNullable(Type.String()),
  village_printed: Type.String(),
  commune_printed: Type.String(),
})

export const getVillage = defineEndpoint({
  method: 'GET',
  path: paths.getVillage,
  summary: 'One village with every statement about it and the nearest live site of each carrier',
  params: recordId,
  response: Type.Object({
    id: Type.Integer(),
    ...position,
    ...unitNames,
    ...toPropertiesSchema(villages).properties,
    statements: Type.Array(villageStatement),
    nearest_sites: Type.Array(nearestSite, {
      description:
        'one per carrier on air, nearest first; empty where the village has no position of its own',
    }),
    assignments: Type.Array(villageAssignment),
  }),
})

export type SiteRecord = ResponseOf<typeof getSite> & import('../inventory/sites.ts').Site
export type VillageRecord = ResponseOf<typeof getVillage> & import('../inventory/villages.ts').Village
