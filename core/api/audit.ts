/** Who changed what, when, and how is it put back? */
import { Type } from 'typebox'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { asOf, unitCode } from './parameters.ts'
import { paths } from './paths.ts'
import { confirm, reason } from './site-edits.ts'

export const auditNouns = [
  'sites',
  'villages',
  'village_services',
  'proposals',
  'users',
  'mast_kinds',
  'plans',
  'assignments',
  'legal_acts',
  'due_papers',
  'challenges',
  'facilities',
  'cable_routes',
  'speed_results',
  'indicator_values',
  'admin_units',
  'carriers',
  'imports',
  'data_state',
] as const

const entry = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  actor: Type.String({ description: 'user name' }),
  actor_name: toNullable(Type.String()),
  action: Type.String(),
  noun: Type.String(),
  noun_id: toNullable(Type.String()),
  record_code: toNullable(Type.String()),
  record_name: toNullable(Type.String()),
  before: Type.Unknown(),
  after: Type.Unknown(),
  changed: Type.Array(Type.String(), { description: 'names of the fields that differ' }),
  reason: toNullable(Type.String()),
  request_id: toNullable(Type.String()),
  reverts_id: toNullable(Type.Integer()),
  batch_id: toNullable(Type.String()),
  commune_name: toNullable(Type.String()),
  is_restorable: Type.Boolean(),
})

const exampleEntry = {
  id: 380,
  at: '2026-11-24T01:00:00Z',
  actor: 'can-bo',
  actor_name: 'Cán bộ Sở',
  action: 'update',
  noun: 'sites',
  noun_id: '12',
  record_code: 'SL-0012',
  record_name: 'Chợ Ẳng Lo',
  before: { lng: 12.1, lat: 40.1 },
  after: { lng: 12.102, lat: 40.1 },
  changed: ['lng'],
  reason: 'đo lại',
  request_id: '0b9ad6f4-6f0c-4a3e-9d0f-2f3f6c9d1e55',
  reverts_id: null,
  batch_id: null,
  commune_name: 'Ẳng Lo',
  is_restorable: true,
}

const filters = {
  noun: Type.Optional(toEnum(auditNouns)),
  noun_id: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })),
  actor: Type.Optional(Type.String({ maxLength: 100, description: 'user name, or part of a name' })),
  from: Type.Optional(asOf),
  to: Type.Optional(asOf),
  district_code: Type.Optional(unitCode),
  commune_code: Type.Optional(unitCode),
  commune_2025_code: Type.Optional(unitCode),
  action: Type.Optional(Type.String({ maxLength: 40 })),
}

const readers = ['local', 'carrier', 'staff', 'admin'] as const

export const listAudit = defineEndpoint({
  method: 'GET',
  path: paths.listAudit,
  tag: 'edits',
  access: readers,
  summary: 'Recent changes, or the history of one record',
  description:
    'The latest first; `before_id` continues. A carrier reads the history of its own sites, an UBND that of its villages; accounts are ' +
    'read by admins only.',
  example: { entries: [exampleEntry], next_before_id: null },
  query: Type.Object(
    {
      ...filters,
      before_id: Type.Optional(Type.Integer({ minimum: 1 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ entries: Type.Array(entry), next_before_id: toNullable(Type.Integer()) }),
})

export const exportAudit = defineEndpoint({
  method: 'GET',
  path: paths.exportAudit,
  tag: 'edits',
  access: readers,
  summary: 'The same changes as a CSV file',
  description: 'UTF-8 with a byte order mark; a value that a spreadsheet would run as a formula is quoted.',
  example: 'id,at,actor\n',
  query: Type.Object(filters, { additionalProperties: false }),
  response: Type.String(),
  contentType: 'text/csv; charset=utf-8',
})

export const restoreEntry = defineEndpoint({
  method: 'POST',
  path: paths.restoreEntry,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Khôi phục: put a record back to what it was before or after an entry',
  description:
    'A new change with its own entry; `version` is the record’s now (412 when it has moved on). `before` takes the entry back, `after` ' +
    'returns to it. A statement, an import or a merge is taken back with `before`; 409 `not_restorable` says why one cannot be.',
  example: { entry_id: 381, version: 5 },
  params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
  body: Type.Object(
    {
      side: toEnum(['before', 'after'] as const),
      version: Type.Optional(Type.Integer({ minimum: 1 })),
      confirm,
      reason,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ entry_id: Type.Integer(), version: toNullable(Type.Integer()) }),
})

export type AuditRecord = ResponseOf<typeof listAudit>['entries'][number]
