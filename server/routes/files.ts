/** Which files prove what was reported? Listed with their row, given out one by one as downloads, taken back. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { getFile, listDriveTestPoints, listFiles, withdrawFile } from '../../core/api/files.ts'
import { AppError } from '../../core/errors.ts'
import { findEnding } from '../../core/files/kinds.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { listDriveTestPoints as listPoints } from '../db/drive-test-points.ts'
import {
  findAddingRights,
  findFile,
  findRowPlace,
  listStoredFiles,
  withdrawFile as withdraw,
  type KeptFile,
} from '../db/stored-files.ts'
import { drawPhoto } from '../files/photos.ts'
import { toDisposition } from '../files/sent-name.ts'
import { toStoredPath } from '../files/upload-folder.ts'
import { addEndpoint, addRawEndpoint } from './add-endpoint.ts'

export function addFiles(app: FastifyInstance, { as, config }: Context): void {
  const { mostFiles: most_files, most_bytes } = config.uploads
  addEndpoint(app, listFiles, async ({ actor, query: row }) =>
    as(actor).transaction(async (client) => {
      await findRowPlace(client, row)
      const { may_add } = await findAddingRights(client, row)
      return { files: await listStoredFiles(client, row), may_add, most_files, most_bytes }
    }),
  )
  addRawEndpoint(
    app,
    getFile,
    async ({ actor, params: { id }, query: { size = 'whole' } }, _request, reply) => {
      const file = await requireFile(as(actor), id)
      return send(reply, file, await findSent(config.uploadsDir, file, size))
    },
  )
  addEndpoint(app, listDriveTestPoints, async ({ actor, params: { id } }) =>
    as(actor).transaction(async (client) => {
      await requireFile(client, id)
      return listPoints(client, id)
    }),
  )
  addEndpoint(app, withdrawFile, async ({ actor, params: { id }, request_id }) =>
    change(as(actor), async (client) => {
      const entry = await withdraw(client, id)
      return { entries: [{ ...entry, request_id }], result: { id } }
    }),
  )
}

/** Whether it was never there, is another's or was taken back, is one answer. */
async function requireFile(client: Client, id: string): Promise<KeptFile> {
  const file = await findFile(client, id)
  if (file === null || file.withdrawn_at !== null) throw new AppError('file_not_found', { value: id })
  return file
}

interface SentFile {
  readonly path: string
  readonly mediaType: string
}

async function findSent(uploadsDir: string, file: KeptFile, size: 'whole' | 'small'): Promise<SentFile> {
  const { stored_as, media_type, is_whole } = file
  const isPicture = media_type.startsWith('image/')
  if (isPicture && size === 'small') return drawPhoto(uploadsDir, stored_as, 'small')
  if (isPicture && !is_whole) return drawPhoto(uploadsDir, stored_as, 'plain')
  return { path: toStoredPath(uploadsDir, stored_as), mediaType: media_type }
}

const endingsOfDrawn: Readonly<Record<string, string>> = { 'image/webp': 'webp', 'image/jpeg': 'jpg' }

/** Never shown as a page: a download in a sandbox, of the type that it is. */
async function send(
  reply: FastifyReply,
  file: KeptFile,
  { path, mediaType }: SentFile,
): Promise<FastifyReply> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new Error(`The file ${file.id} is in the database and not in its folder`)
  const ending = findEnding(file.kind, mediaType) ?? endingsOfDrawn[mediaType] ?? 'bin'
  void reply
    .header('content-type', mediaType === 'text/csv' ? 'text/csv; charset=utf-8' : mediaType)
    .header('content-length', found.size)
    .header('content-disposition', toDisposition(file.name, ending))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    // It never changes under its id; whether it may still be read is asked each time.
    .header('cache-control', 'private, no-cache')
  return reply.send(createReadStream(path))
}
