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
  tag: 'records',
  summary: 'One site with its stations',
  description: 'The id is that of the feature in the layer `sites`. A site that is not public is not found.',
  example: {
    id: 1,
    lng: 12.1,
    lat: 40.1,
    district_name: 'Đông Hà',
    commune_name: 'Ẳng Lo',
    commune_2025_name: 'Ẳng Lo',
    code: 'SL-0001',
    name: 'Chợ Ẳng Lo',
    carriers: ['alpha'],
    has_2g: false,
    has_3g: false,
    has_4g: true,
    has_5g: false,
    power_source: 'grid',
    has_backup_generator: true,
    backhaul: 'fibre',
    shareable: true,
    status: 'live',
    mast_kind: 'A1',
    mast_height_m: 42,
    shared: false,
    district_code: '701',
    commune_code: '70101',
    commune_2025_code: '70101',
    is_sample: true,
    address: null,
    owner_code: 'alpha',
    stations: [
      {
        carrier_code: 'alpha',
        technology: '4g',
        bands_mhz: [1800],
        on_air_on: '2018-06-01',
        off_air_on: null,
      },
    ],
  },
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
  tag: 'records',
  summary: 'One village with every statement about it and the nearest live site of each carrier',
  description:
    'The id is that of the feature in the layer `villages`. `holds` marks the statement that counts for its carrier and ' +
    'service today; `needs_reverification` a verification that a later statement contradicts.',
  example: {
    id: 1,
    lng: 12.07,
    lat: 40.068,
    district_name: 'Đông Hà',
    commune_name: 'Ẳng Lo',
    commune_2025_name: 'Ẳng Lo',
    code: 'V0001',
    name: 'Huổi Cát 1',
    kind: 'ban',
    households: 80,
    population: 400,
    grid_power: true,
    road_access: 'motorbike',
    especially_difficult: true,
    border: false,
    fibre: 'not_covered',
    mobile_2g: 'covered',
    mobile_3g: 'partial',
    mobile_4g: 'unknown',
    mobile_5g: 'unknown',
    mobile: 'partial',
    district_code: '701',
    commune_code: '70101',
    commune_2025_code: '70101',
    located_by: 'position',
    is_sample: true,
    position_is_sample: true,
    statements: [
      {
        service: 'fibre',
        carrier_code: 'alpha',
        basis: 'declared',
        state: 'not_covered',
        households_share: null,
        observed_on: '2021-06-30',
        source_code: 'ke-hoach',
        holds: true,
        needs_reverification: false,
      },
    ],
    nearest_sites: [
      {
        site_id: 1,
        site_code: 'SL-0001',
        site_name: 'Chợ Ẳng Lo',
        carrier_code: 'alpha',
        technologies: ['4g'],
        distance_m: 4379,
        bearing_deg: 35.7,
      },
    ],
    assignments: [],
  },
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
