/** What is told of a file that is imported, and of each of its rows? */
import { Type } from 'typebox'
import { importNouns } from '../import/nouns.ts'
import { importFormats } from '../import/raw-table.ts'
import { conflictCodes, importStates, importSteps, rowStatuses } from '../import/states.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'

const shortText = Type.String({ maxLength: 200 })
const facts = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
)
export const position = Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })

const mappedColumn = Type.Object(
  {
    column: Type.Integer({ minimum: 0, maximum: 16_384 }),
    title: Type.String({ maxLength: 500 }),
    field: toNullable(Type.String({ maxLength: 60 })),
    by: toEnum(['name', 'remembered', 'values', 'person', 'none'] as const),
  },
  { additionalProperties: false },
)

export const mapping = Type.Object(
  {
    header_rows: Type.Array(Type.Integer({ minimum: 1, maximum: 10_000_000 }), { maxItems: 5 }),
    columns: Type.Array(mappedColumn, { maxItems: 1000 }),
    constants: Type.Record(Type.String({ maxLength: 60 }), shortText),
  },
  { additionalProperties: false },
)

const counts = Type.Object({
  ...Object.fromEntries(rowStatuses.map((status) => [status, Type.Integer()])),
  missing: Type.Integer({
    description: 'in the last list of the same sender, or in the database, and not in this one',
  }),
} as Record<(typeof rowStatuses)[number] | 'missing', ReturnType<typeof Type.Integer>>)

export const importRecord = Type.Object({
  id: Type.Integer(),
  noun: toEnum(importNouns),
  sender: Type.String({
    description: 'a carrier’s code, or a name: mappings and answers are remembered by it',
  }),
  carrier_code: toNullable(Type.String({ description: 'of a list that a carrier sent itself' })),
  file_name: Type.String(),
  bytes: Type.Integer(),
  format: toNullable(toEnum(importFormats)),
  encoding: toNullable(Type.String()),
  state: toEnum(importStates),
  progress: toNullable(
    Type.Object({
      step: toEnum(importSteps),
      done: Type.Integer(),
      total: toNullable(Type.Integer()),
    }),
  ),
  fault: toNullable(Type.Object({ code: Type.String(), params: facts })),
  notes: Type.Array(
    Type.Object({
      code: Type.String(),
      table: toNullable(Type.String()),
      count: toNullable(Type.Integer()),
    }),
  ),
  tables: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer() })),
  table: toNullable(Type.String()),
  mapping: toNullable(mapping),
  suggested_noun: toNullable(toEnum(importNouns)),
  counts: toNullable(counts),
  question_count: Type.Integer(),
  conflicts: Type.Array(
    Type.Object({ code: toEnum(conflictCodes), rows: Type.Integer(), accepted: Type.Boolean() }),
  ),
  retire_missing: Type.Boolean(),
  earlier: toNullable(
    Type.Object(
      { id: Type.Integer(), file_name: Type.String(), applied_at: Type.String() },
      { description: 'the last list of the same sender that was applied' },
    ),
  ),
  created_by: toNullable(Type.String()),
  created_at: Type.String(),
  checked_at: toNullable(Type.String()),
  applied_at: toNullable(Type.String()),
  batch_id: toNullable(Type.String()),
  reason: toNullable(Type.String({ description: 'why it was returned' })),
  version: Type.Integer(),
  may: Type.Array(toEnum(['change', 'apply', 'propose', 'return', 'undo', 'cancel'] as const), {
    description: 'open to the reader now',
  }),
})

export const exampleImport = {
  id: 7,
  noun: 'sites',
  sender: 'alpha',
  carrier_code: null,
  file_name: 'Danh sach tram quy 2.xlsx',
  bytes: 184_320,
  format: 'xlsx',
  encoding: null,
  state: 'checked',
  progress: null,
  fault: null,
  notes: [],
  tables: [{ name: 'Sheet1', rows: 214 }],
  table: 'Sheet1',
  mapping: {
    header_rows: [4, 5],
    columns: [{ column: 2, title: 'Mã trạm', field: 'code', by: 'name' }],
    constants: { carrier_code: 'alpha' },
  },
  suggested_noun: null,
  counts: { new: 12, changed: 8, unchanged: 190, conflicting: 1, asking: 1, refused: 2, missing: 3 },
  question_count: 1,
  conflicts: [{ code: 'near_site', rows: 1, accepted: false }],
  retire_missing: false,
  earlier: null,
  created_by: 'Lò Thị Sở',
  created_at: '2021-07-01T02:00:00Z',
  checked_at: '2021-07-01T02:00:04Z',
  applied_at: null,
  batch_id: null,
  reason: null,
  version: 2,
  may: ['change', 'apply', 'cancel'],
}

export const change = Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })

export const importRow = Type.Object({
  at: Type.Integer({ description: 'the row of the file; 0 for a record that the file lacks' }),
  rows: Type.Array(Type.Integer()),
  status: toEnum([...rowStatuses, 'missing'] as const),
  label: Type.String(),
  record_id: toNullable(Type.Integer()),
  changes: Type.Array(change),
  moved_m: toNullable(Type.Number()),
  from: toNullable(position),
  to: toNullable(position),
  line: Type.Optional(Type.Array(position)),
  problems: Type.Array(
    Type.Object({
      code: Type.String(),
      level: toEnum(['error', 'warning'] as const),
      column: toNullable(Type.Integer()),
      field: toNullable(Type.String()),
      value: toNullable(Type.String()),
      params: facts,
    }),
  ),
  conflicts: Type.Array(toEnum(conflictCodes)),
  questions: Type.Array(Type.String()),
  decision: toNullable(toEnum(['take', 'leave'] as const)),
})

export const exampleImportRow = {
  at: 12,
  rows: [12, 13],
  status: 'changed',
  label: 'DB-0012 Ẳng Lo',
  record_id: 31,
  changes: [{ field: 'mast_height_m', before: 36, after: 42 }],
  moved_m: 118.4,
  from: [12.101, 40.102],
  to: [12.102, 40.102],
  problems: [],
  conflicts: [],
  questions: [],
  decision: null,
}
