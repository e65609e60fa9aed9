/** What is known of one site or one village? */
import { Type } from 'typebox'
import { bases, services, statementStates } from '../coverage/states.ts'
import { toEnum, toHideable, toNullable, toPropertiesSchema } from '../inventory/collection.ts'
import { visibilities } from '../inventory/site-fields.ts'
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

const hidden = {
  text: toHideable(Type.String()),
  number: toHideable(Type.Number()),
}

/** Of a station that the reader may not see in full only carrier and technology are told, while it is on air. */
const station = Type.Object({
  id: Type.Optional(Type.Integer()),
  carrier_code: Type.String(),
  technology: toEnum(technologies),
  bands_mhz: Type.Optional(Type.Array(Type.Integer())),
  on_air_on: hidden.text,
  off_air_on: hidden.text,
  power_w: hidden.number,
  coverage_radius_m: hidden.number,
  certificate_no: hidden.text,
  certificate_issued_on: hidden.text,
  certificate_expires_on: hidden.text,
  note: hidden.text,
})

/** What the reader may do with this record. */
const mays = ['update', 'propose', 'read_history', 'set_visibility'] as const
const may = Type.Array(toEnum(mays))

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
    access: 'full',
    address: null,
    owner_code: 'alpha',
    visibility: 'public',
    version: 1,
    may: ['update', 'read_history'],
    stations: [
      {
        id: 1,
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
    address: hidden.text,
    owner_code: hidden.text,
    built_on: hidden.text,
    land_owner: hidden.text,
    building_permit: hidden.text,
    approval: hidden.text,
    visibility: Type.Optional(toEnum(visibilities)),
    note: hidden.text,
    version: Type.Optional(Type.Integer()),
    may,
    stations: Type.Array(station),
  }),
})

/** Where points are not shown to the reader, and for everybody who asks how many there are. */
export const listSiteCounts = defineEndpoint({
  method: 'GET',
  path: paths.listSiteCounts,
  tag: 'records',
  summary: 'How many live sites stand in each commune, before and after 7/2025',
  description:
    'Restricted sites count for the staff only: `excludes_restricted` says whether they are left out (“không gồm vị trí hạn chế”).',
  example: {
    excludes_restricted: true,
    counts: [{ unit_set: 'commune', code: '70101', live: 3, generator: 1 }],
  },
  response: Type.Object({
    excludes_restricted: Type.Boolean(),
    counts: Type.Array(
      Type.Object({
        unit_set: toEnum(['district', 'commune', 'commune-2025'] as const),
        code: Type.String(),
        live: Type.Integer(),
        generator: Type.Integer(),
      }),
    ),
  }),
})

const villageMays = ['update', 'confirm', 'propose_statement', 'add_statement', 'read_history'] as const
const villageLink = Type.Object({ id: Type.Integer(), code: Type.String(), name: Type.String() })

const villageStatement = Type.Object({
  id: Type.Integer(),
  note: toNullable(Type.String()),
  service: toEnum(services),
  carrier_code: Type.String(),
  basis: toEnum(bases),
  state: toEnum(statementStates),
  households_share: toNullable(Type.Number()),
  observed_on: Type.String(),
  source_code: toNullable(Type.String()),
  reported_by_local: Type.Boolean({ description: 'an UBND huyện or xã reported it and the Sở accepted it' }),
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
  id: Type.Integer(),
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
    assigned_since: null,
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
    alt_names: [],
    commune_pin: null,
    grid_power_since: null,
    valid_from: null,
    valid_to: null,
    source_code: null,
    observed_on: null,
    version: 1,
    may: ['update'],
    predecessors: [],
    successors: [],
    statements: [
      {
        id: 1,
        note: null,
        service: 'fibre',
        carrier_code: 'alpha',
        basis: 'declared',
        state: 'not_covered',
        households_share: null,
        observed_on: '2021-06-30',
        source_code: 'ke-hoach',
        reported_by_local: false,
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
    alt_names: Type.Array(Type.String()),
    commune_pin: toNullable(Type.String()),
    valid_from: toNullable(Type.String()),
    valid_to: toNullable(Type.String()),
    source_code: toNullable(Type.String()),
    observed_on: toNullable(Type.String()),
    version: Type.Integer(),
    may: Type.Array(toEnum(villageMays)),
    predecessors: Type.Array(villageLink),
    successors: Type.Array(villageLink),
    statements: Type.Array(villageStatement),
    nearest_sites: Type.Array(nearestSite, {
      description:
        'one per carrier on air, nearest first; empty where the village has no position of its own',
    }),
    assignments: Type.Array(villageAssignment),
  }),
})

export type SiteCounts = ResponseOf<typeof listSiteCounts>
export type SiteRecord = ResponseOf<typeof getSite> & import('../inventory/sites.ts').Site
export type VillageRecord = ResponseOf<typeof getVillage> & import('../inventory/villages.ts').Village
