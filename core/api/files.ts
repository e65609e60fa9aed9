/** Which files prove what was reported, and how do they come? Sent by the tus protocol 1.0, piece by piece, and read one by one. */
import { Type } from 'typebox'
import { fileKinds } from '../files/kinds.ts'
import { measuredTechnologies } from '../files/drive-test.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

/** The nouns whose rows files belong to; who may read and add, the database decides (`reads_files_of`, `adds_files_to`). */
export const fileNouns = ['assignments', 'due_papers', 'challenges', 'legal_acts'] as const
export type FileNoun = (typeof fileNouns)[number]

const key = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
const params = Type.Object({ id: key })
const row = {
  noun: toEnum(fileNouns),
  noun_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
}

const file = Type.Object({
  id: Type.String(),
  noun: Type.String(),
  noun_id: Type.Integer(),
  kind: toEnum(fileKinds),
  name: Type.String({ description: 'as the sender named it' }),
  media_type: Type.String({ description: 'as found in the bytes' }),
  bytes: Type.Integer(),
  sha256: Type.String(),
  width_px: toNullable(Type.Integer()),
  height_px: toNullable(Type.Integer()),
  point_count: toNullable(Type.Integer({ description: 'of a drive test' })),
  uploader: toNullable(Type.String({ description: 'display name, where the reader may know who it is' })),
  uploader_role: Type.String(),
  uploaded_at: Type.String(),
  origin: toNullable(
    Type.Object(
      {
        taken_at: toNullable(Type.String()),
        lng: toNullable(Type.Number()),
        lat: toNullable(Type.Number()),
        distance_m: toNullable(Type.Number({ description: 'from the village' })),
      },
      { description: 'of a photo, for its carrier and the Sở; null for whoever else' },
    ),
  ),
  may_withdraw: Type.Boolean(),
})

const exampleFile = {
  id: '0b5b1f0e-7a52-4f0b-8a0e-2d9a3f1c4e11',
  noun: 'assignments',
  noun_id: 12,
  kind: 'photo',
  name: 'cột Ẳng Lo 1.jpg',
  media_type: 'image/jpeg',
  bytes: 3_812_004,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  width_px: 4032,
  height_px: 3024,
  point_count: null,
  uploader: 'Trần Văn Alpha',
  uploader_role: 'carrier',
  uploaded_at: '2021-06-02T03:00:00Z',
  origin: { taken_at: '2021-06-01T08:15:00Z', lng: 12.1, lat: 40.1, distance_m: 412 },
  may_withdraw: true,
}

export const listFiles = defineEndpoint({
  method: 'GET',
  path: paths.listFiles,
  tag: 'records',
  access: 'signed-in',
  summary: 'Files of a row, the oldest first',
  description:
    'Of an assigned village read by its carrier, the UBND of the village, planners and the Sở; of a paper by whoever owes it, ' +
    'planners and the Sở; of a challenge what its carrier brought by whoever sees it, and what others brought by them and the ' +
    'Sở; of an act by all accounts. Whoever else gets an empty list. Where and when a photo was taken (`origin`) only its carrier, whoever brought it and ' +
    'the Sở read. What was withdrawn is left out.',
  example: { files: [exampleFile], may_add: true, most_files: 50, most_bytes: { photo: 20_000_000 } },
  query: Type.Object(row, { additionalProperties: false }),
  response: Type.Object({
    files: Type.Array(file),
    may_add: Type.Boolean(),
    most_files: Type.Integer(),
    most_bytes: Type.Record(Type.String(), Type.Integer()),
  }),
})

export const getFile = defineEndpoint({
  method: 'GET',
  path: paths.getFile,
  tag: 'records',
  access: 'signed-in',
  summary: 'The bytes of a file',
  description:
    'Always as a download, of the type that was found in the bytes. A photo comes as it was sent to its carrier and the Sở; to ' +
    'others upright and without what it says of itself. `size=small` is a picture of 400 pixels for lists.',
  example: 'bytes',
  params,
  query: Type.Object(
    { size: Type.Optional(toEnum(['whole', 'small'] as const)) },
    { additionalProperties: false },
  ),
  response: Type.String({ format: 'binary' }),
  contentType: 'application/octet-stream',
})

export const withdrawFile = defineEndpoint({
  method: 'DELETE',
  path: paths.withdrawFile,
  tag: 'edits',
  access: 'signed-in',
  summary: 'Take a file back',
  description:
    'By whoever’s side brought it while it is its turn, and by the Sở. It is no longer listed or given out; that it was there ' +
    'stays in the log.',
  example: { id: exampleFile.id },
  params,
  response: Type.Object({ id: Type.String() }),
})

export const listDriveTestPoints = defineEndpoint({
  method: 'GET',
  path: paths.listDriveTestPoints,
  tag: 'records',
  access: 'signed-in',
  summary: 'What a drive test measured, column by column',
  description: 'Measured by the carrier, verified by nobody. In the order of the file.',
  example: {
    lng: [12.1],
    lat: [40.1],
    technology: ['4g'],
    rsrp_dbm: [-97],
    measured_at: ['2021-06-01T08:15:00Z'],
  },
  params,
  response: Type.Object({
    lng: Type.Array(Type.Number()),
    lat: Type.Array(Type.Number()),
    technology: Type.Array(toEnum(measuredTechnologies)),
    rsrp_dbm: Type.Array(Type.Number()),
    measured_at: Type.Array(Type.String()),
  }),
})

const exampleUpload = { id: exampleFile.id, bytes: 3_812_004, offset: 1_048_576 }
const upload = Type.Object({
  id: Type.String(),
  bytes: Type.Integer(),
  offset: Type.Integer({ description: 'how many have come; all of them: the file is stored' }),
})

export const createUpload = defineEndpoint({
  method: 'POST',
  path: paths.createUpload,
  tag: 'edits',
  access: 'signed-in',
  summary: 'Begin to send a file (tus 1.0: creation)',
  description:
    'Headers `Upload-Length` and `Upload-Metadata` with `key` (a UUID made by the sender, which becomes the file’s id), `noun`, ' +
    '`noun_id`, `kind` and `name`, each in base64. Answers 201 with `Location`. The same key again goes on where it was; of a ' +
    'file that is stored it changes nothing. Refused before a byte is sent: too large, too many, not allowed.',
  example: exampleUpload,
  response: upload,
})

export const getUpload = defineEndpoint({
  method: 'GET',
  path: paths.getUpload,
  tag: 'edits',
  access: 'signed-in',
  summary: 'How much of a file has come (tus 1.0: HEAD)',
  description:
    'In the headers `Upload-Offset` and `Upload-Length`, as HEAD tells it too. One’s own only: another’s is not found. Where all ' +
    'bytes are here but the file was not stored yet, it is stored first.',
  example: exampleUpload,
  params,
  response: upload,
})

export const appendUpload = defineEndpoint({
  method: 'PATCH',
  path: paths.appendUpload,
  tag: 'edits',
  access: 'signed-in',
  summary: 'Send bytes of a file (tus 1.0: PATCH)',
  description:
    'A body of `application/offset+octet-stream` that begins at `Upload-Offset`. Answers 204. With the last byte the file is ' +
    'looked into and stored: 204 says that it stands in its place and in the database, anything else that it does not.',
  example: exampleUpload,
  params,
  response: upload,
})

export const cancelUpload = defineEndpoint({
  method: 'DELETE',
  path: paths.cancelUpload,
  tag: 'edits',
  access: 'signed-in',
  summary: 'Give up sending a file (tus 1.0: termination)',
  description: 'Of a file that is not stored yet. Answers 204.',
  example: exampleUpload,
  params,
  response: upload,
})

export type StoredFile = ResponseOf<typeof listFiles>['files'][number]
export type DriveTestPoints = ResponseOf<typeof listDriveTestPoints>
