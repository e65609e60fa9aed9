/** How is a site created, changed, and put back as it was? */
import { Type } from 'typebox'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { siteChanges, siteFields, siteWarnings, stationChanges } from '../inventory/site-fields.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

export const recordId = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })
export const reason = Type.Optional(Type.String({ minLength: 1, maxLength: 500 }))
export const confirm = Type.Optional(
  Type.Array(toEnum(siteWarnings), { maxItems: 10, description: 'warnings that the editor has seen' }),
)

const saved = Type.Object({ id: Type.Integer(), version: Type.Integer(), entry_id: Type.Integer() })
const exampleSaved = { id: 12, version: 4, entry_id: 380 }

const rules =
  'Refused: outside the province (`position_outside`), longitude and latitude swapped (`position_swapped`), a code in use ' +
  '(`code_taken`). 409 `confirmation_required` with `warnings` (comma-separated) until `confirm` names them: outside the stated commune ' +
  '(`outside_commune`), within 20 m of another site (`near_site`), moved more than 1 km (`moved_far`).'

export const createSite = defineEndpoint({
  method: 'POST',
  path: paths.createSite,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Create a site',
  description: `Without \`commune_code\` the commune is the one where the position lies. ${rules}`,
  example: { ...exampleSaved, version: 1 },
  body: Type.Object(
    {
      site: Type.Object(
        {
          ...Type.Partial(Type.Object(siteFields)).properties,
          code: siteFields.code,
          name: siteFields.name,
          lng: siteFields.lng,
          lat: siteFields.lat,
          power_source: siteFields.power_source,
        },
        { additionalProperties: false },
      ),
      stations: Type.Optional(Type.Array(stationChanges, { maxItems: 50 })),
      confirm,
      reason,
    },
    { additionalProperties: false },
  ),
  response: saved,
})

export const updateSite = defineEndpoint({
  method: 'PATCH',
  path: paths.updateSite,
  tag: 'edits',
  access: ['staff', 'admin'],
  needsVersion: true,
  summary: 'Change a site and its stations',
  description:
    'Only what is named changes. Retiring is `status: "retired"`. 412 `version_conflict` (with `current`, `changed_by`, `changed_at`) ' +
    `when somebody saved in the meantime; nothing is overwritten. ${rules}`,
  example: exampleSaved,
  params: recordId,
  body: Type.Object(
    {
      changes: siteChanges,
      stations: Type.Optional(Type.Array(stationChanges, { maxItems: 50 })),
      confirm,
      reason,
    },
    { additionalProperties: false },
  ),
  response: saved,
})

const unitOfPosition = Type.Object({
  district_code: Type.String(),
  district_name: Type.String(),
  commune_code: Type.String(),
  commune_name: Type.String(),
  commune_2025_code: Type.String(),
  commune_2025_name: Type.String(),
})

export const checkPosition = defineEndpoint({
  method: 'GET',
  path: paths.checkPosition,
  tag: 'edits',
  access: ['carrier', 'staff', 'admin'],
  summary: 'What would be said of a position before it is saved',
  description: 'Near sites are those whose exact position the asker may see.',
  example: {
    inside: true,
    swapped: false,
    units: {
      district_code: '701',
      district_name: 'Đông Hà',
      commune_code: '70101',
      commune_name: 'Ẳng Lo',
      commune_2025_code: '70101',
      commune_2025_name: 'Ẳng Lo',
    },
    moved_m: 183,
    near_sites: [],
    warnings: [],
  },
  query: Type.Object(
    {
      lng: siteFields.lng,
      lat: siteFields.lat,
      site_id: Type.Optional(recordId.properties.id),
      commune_code: Type.Optional(siteFields.commune_code),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    inside: Type.Boolean({ description: 'within the province' }),
    swapped: Type.Boolean({ description: 'it would lie within the province with the axes swapped' }),
    units: toNullable(unitOfPosition),
    moved_m: toNullable(Type.Number({ description: 'from where the site stands now' })),
    near_sites: Type.Array(
      Type.Object({
        id: Type.Integer(),
        code: Type.String(),
        name: Type.String(),
        distance_m: Type.Number(),
      }),
    ),
    warnings: Type.Array(toEnum(siteWarnings)),
  }),
})

export const listMastKinds = defineEndpoint({
  method: 'GET',
  path: paths.listMastKinds,
  tag: 'edits',
  access: 'signed-in',
  summary: 'The code list of mast kinds',
  description: 'Retired ones stay readable and are not offered.',
  example: { mast_kinds: [{ code: 'A1', title: 'A1', retired: false }] },
  response: Type.Object({
    mast_kinds: Type.Array(
      Type.Object({ code: Type.String(), title: Type.String(), retired: Type.Boolean() }),
    ),
  }),
})

export const putMastKind = defineEndpoint({
  method: 'PUT',
  path: paths.putMastKind,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Add, rename or retire a mast kind',
  description: 'Codes in use stay.',
  example: {},
  params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
  body: Type.Object(
    { title: Type.String({ minLength: 1, maxLength: 100 }), retired: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export type PositionCheck = ResponseOf<typeof checkPosition>
