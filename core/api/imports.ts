/** How does a file of a carrier or an office come in? Sent, understood, compared with what is there, then applied or taken back. */
import { Type } from 'typebox'
import { importNouns } from '../import/nouns.ts'
import { conflictCodes, importStates, rowStatuses } from '../import/states.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type BodyOf, type ResponseOf } from './endpoint.ts'
import {
  change,
  exampleImport,
  exampleImportRow,
  importRecord,
  importRow,
  mapping,
  position,
} from './import-records.ts'
import { paths } from './paths.ts'

const id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const params = Type.Object({ id })
const importers = ['carrier', 'staff', 'admin'] as const

export const createImport = defineEndpoint({
  method: 'POST',
  path: paths.createImport,
  tag: 'edits',
  access: importers,
  summary: 'Send a file of rows',
  description:
    'The body is the file as it is (`application/octet-stream`). Nothing of the records changes: the file is read and compared, ' +
    'which `GET /api/imports/:id` tells the progress of. A carrier’s list is of its own records.',
  example: { import: exampleImport },
  query: Type.Object(
    {
      noun: toEnum(importNouns),
      file_name: Type.String({ minLength: 1, maxLength: 255 }),
      sender: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ import: importRecord }),
})

export const listImports = defineEndpoint({
  method: 'GET',
  path: paths.listImports,
  tag: 'edits',
  access: importers,
  summary: 'Files that were sent, the latest first',
  description: 'Of a carrier its own; of the Sở all.',
  example: { imports: [exampleImport] },
  query: Type.Object({ state: Type.Optional(toEnum(importStates)) }, { additionalProperties: false }),
  response: Type.Object({ imports: Type.Array(importRecord) }),
})

export const getImport = defineEndpoint({
  method: 'GET',
  path: paths.getImport,
  tag: 'edits',
  access: importers,
  summary: 'One file, how far it is and what it would change',
  description:
    'While it is read, `progress` says how far. `suggested_noun`: what its titles rather speak of, where that is clear.',
  example: { import: exampleImport },
  params,
  response: Type.Object({ import: importRecord }),
})

export const changeImport = defineEndpoint({
  method: 'PATCH',
  path: paths.changeImport,
  tag: 'edits',
  access: importers,
  needsVersion: true,
  summary: 'Say how the file is to be understood',
  description:
    'Another noun, table or sender, a corrected mapping, answers to questions (by their keys; null takes one back), conflicts that ' +
    'are accepted, rows taken or left in spite of the rest, whether what is missing is retired. The file is then compared anew.',
  example: { import: exampleImport },
  params,
  body: Type.Object(
    {
      noun: Type.Optional(toEnum(importNouns)),
      table: Type.Optional(Type.String({ maxLength: 255 })),
      sender: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      mapping: Type.Optional(mapping),
      answers: Type.Optional(
        Type.Record(Type.String({ maxLength: 600 }), toNullable(Type.String({ maxLength: 100 }))),
      ),
      accepted: Type.Optional(Type.Array(toEnum(conflictCodes), { maxItems: conflictCodes.length })),
      rows: Type.Optional(
        Type.Record(
          Type.String({ pattern: '^[0-9]{1,8}$' }),
          toNullable(toEnum(['take', 'leave'] as const)),
          {
            description: 'by the row’s number',
            additionalProperties: false,
          },
        ),
      ),
      retire_missing: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ import: importRecord }),
})

export const listImportRows = defineEndpoint({
  method: 'GET',
  path: paths.listImportRows,
  tag: 'edits',
  access: importers,
  summary: 'What each row would do, in the order of the file',
  description: '`status=missing` lists records that the file lacks.',
  example: { total: 1, rows: [exampleImportRow] },
  params,
  query: Type.Object(
    {
      status: Type.Optional(toEnum([...rowStatuses, 'missing'] as const)),
      text: Type.Optional(Type.String({ maxLength: 100 })),
      offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ total: Type.Integer(), rows: Type.Array(importRow) }),
})

export const listImportPlaces = defineEndpoint({
  method: 'GET',
  path: paths.listImportPlaces,
  tag: 'edits',
  access: importers,
  summary: 'Where the rows lie, for the map',
  description: 'At most 60,000, those that change something first. `from` is where the record stands now.',
  example: {
    places: [
      { at: 12, status: 'changed', label: 'DB-0012 Ẳng Lo', from: [12.101, 40.102], to: [12.102, 40.102] },
    ],
  },
  params,
  response: Type.Object({
    places: Type.Array(
      Type.Object({
        at: Type.Integer(),
        status: toEnum([...rowStatuses, 'missing'] as const),
        label: Type.String(),
        from: toNullable(position),
        to: toNullable(position),
        line: Type.Optional(Type.Array(position)),
      }),
    ),
  }),
})

export const listImportQuestions = defineEndpoint({
  method: 'GET',
  path: paths.listImportQuestions,
  tag: 'edits',
  access: importers,
  summary: 'What only a person can decide',
  description: 'Each once for all rows that say the same. An answer is remembered for the next file.',
  example: {
    questions: [
      {
        key: 'village|03127|ban na tong',
        kind: 'village',
        text: 'Bản Nà Tông',
        context: 'Ẳng Lo, Mường Lo',
        choices: [{ code: 'v-12', label: 'Na Tông (Ẳng Lo)', why: 'folded', slips: 0 }],
        rows: [12],
        row_count: 1,
      },
    ],
  },
  params,
  response: Type.Object({
    questions: Type.Array(
      Type.Object({
        key: Type.String(),
        kind: Type.String(),
        text: Type.String(),
        context: toNullable(Type.String()),
        choices: Type.Array(
          Type.Object({
            code: Type.String(),
            label: Type.String(),
            why: toEnum(['exact', 'folded', 'variant', 'nearest'] as const),
            slips: Type.Number(),
          }),
        ),
        may_be_new: Type.Optional(Type.Boolean({ description: '`new` is an answer as well' })),
        rows: Type.Array(Type.Integer()),
        row_count: Type.Integer(),
      }),
    ),
  }),
})

export const getImportSample = defineEndpoint({
  method: 'GET',
  path: paths.getImportSample,
  tag: 'edits',
  access: importers,
  summary: 'The first rows of a table, as they stand in the file',
  description: 'For whoever corrects which row is the header and what a column holds.',
  example: { table: 'Sheet1', rows: [{ at: 4, cells: ['TT', 'Mã trạm', 'Tọa độ'] }] },
  params,
  query: Type.Object(
    { table: Type.Optional(Type.String({ maxLength: 255 })) },
    { additionalProperties: false },
  ),
  response: Type.Object({
    table: Type.String(),
    rows: Type.Array(Type.Object({ at: Type.Integer(), cells: Type.Array(toNullable(Type.String())) })),
  }),
})

export const moveImport = defineEndpoint({
  method: 'POST',
  path: paths.moveImport,
  tag: 'edits',
  access: importers,
  needsVersion: true,
  summary: 'Apply, take back, propose, return or cancel',
  description:
    '`apply` writes all rows that are new or changed, and those in conflict whose conflict is accepted, in one transaction; where ' +
    'the records have changed since the comparison nothing is written (`import_outdated`). `undo` puts every record back that ' +
    'nobody has changed since; where one was changed, nothing is, unless `leave_changed`. A carrier proposes, the Sở applies or returns.',
  example: { import: exampleImport },
  params,
  body: Type.Object(
    {
      move: toEnum(['apply', 'undo', 'propose', 'return', 'cancel'] as const),
      leave_changed: Type.Optional(Type.Boolean()),
      reason: Type.Optional(Type.String({ maxLength: 2000 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ import: importRecord }),
})

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportImportProblems = defineEndpoint({
  method: 'GET',
  path: paths.exportImportProblems,
  tag: 'edits',
  access: importers,
  summary: 'The sender’s own sheet with the rows that could not be taken, a comment in each bad cell',
  description: 'From a file that is no xlsx, the same columns in a new one.',
  example: 'bytes',
  params,
  query: Type.Object(
    { language: Type.Optional(toEnum(['vi', 'en'] as const)) },
    { additionalProperties: false },
  ),
  response: Type.String({ format: 'binary' }),
  contentType: xlsx,
})

export const exportImportComparison = defineEndpoint({
  method: 'GET',
  path: paths.exportImportComparison,
  tag: 'edits',
  access: importers,
  summary: 'What the sender added, moved, ended or dropped since the last list, to send back',
  description: 'One sheet for each kind of difference.',
  example: 'bytes',
  params,
  query: Type.Object(
    { language: Type.Optional(toEnum(['vi', 'en'] as const)) },
    { additionalProperties: false },
  ),
  response: Type.String({ format: 'binary' }),
  contentType: xlsx,
})

const differences = ['added', 'moved', 'changed', 'ended', 'dropped', 'returned'] as const

export const compareImport = defineEndpoint({
  method: 'GET',
  path: paths.compareImport,
  tag: 'edits',
  access: importers,
  summary: 'Against the last list of the same sender',
  description:
    '`ended`: the list says so. `dropped`: the list no longer has it and says nothing. `returned`: it was ended and is back.',
  example: {
    earlier: { id: 5, file_name: 'Danh sach tram quy 1.xlsx', applied_at: '2021-04-01T02:00:00Z' },
    differences: [
      {
        kind: 'moved',
        at: 12,
        key: 'DB-0012',
        label: 'DB-0012 Ẳng Lo',
        record_id: 31,
        changes: [],
        moved_m: 118.4,
        from: [12.101, 40.102],
        to: [12.102, 40.102],
      },
    ],
  },
  params,
  response: Type.Object({
    earlier: toNullable(
      Type.Object({ id: Type.Integer(), file_name: Type.String(), applied_at: Type.String() }),
    ),
    differences: Type.Array(
      Type.Object({
        kind: toEnum(differences),
        at: Type.Integer(),
        key: Type.String(),
        label: Type.String(),
        record_id: toNullable(Type.Integer()),
        changes: Type.Array(change),
        moved_m: toNullable(Type.Number()),
        from: toNullable(position),
        to: toNullable(position),
      }),
    ),
  }),
})

export type ImportRecord = ResponseOf<typeof getImport>['import']
export type ImportRow = ResponseOf<typeof listImportRows>['rows'][number]
export type ImportPlace = ResponseOf<typeof listImportPlaces>['places'][number]
export type ImportChanges = BodyOf<typeof changeImport>
export type ImportMove = BodyOf<typeof moveImport>['move']
export type ImportDifference = ResponseOf<typeof compareImport>['differences'][number]
