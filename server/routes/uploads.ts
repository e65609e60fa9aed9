/** How does a file come over a line that breaks? By the tus protocol 1.0 (tus.io): create, ask for the offset, append. */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appendUpload, cancelUpload, createUpload, getUpload } from '../../core/api/files.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Context } from '../context.ts'
import { findFile, findRowPlace } from '../db/stored-files.ts'
import { expireUploads } from '../files/expire-uploads.ts'
import { receiveBytes, requireRoom } from '../files/receive-bytes.ts'
import { requireMayAdd, storeUpload } from '../files/store-upload.ts'
import {
  beginUpload,
  countBytes,
  dropUpload,
  findUpload,
  listUploads,
  toPartPath,
  type Upload,
} from '../files/upload-folder.ts'
import { createUploadTurns, type UploadTurns } from '../files/upload-turns.ts'
import { addRawEndpoint } from './add-endpoint.ts'
import { parseUpload, requireOffset, type AskedUpload } from './parse-upload.ts'

const protocol = '1.0.0'
const bodyType = 'application/offset+octet-stream'
const cleaning_ms = 3_600_000

interface Desk extends Pick<Context, 'as' | 'config'> {
  readonly turns: UploadTurns
}

/** In a scope of its own: nowhere else may a body be bytes. */
export function addUploads(app: FastifyInstance, { as, config, system }: Context): void {
  const desk: Desk = { as, config, turns: createUploadTurns() }
  void app.register(async (scope) => {
    scope.addContentTypeParser(bodyType, (_request, payload, done) => done(null, payload))
    scope.addHook('onRequest', async (_request, reply) => void reply.header('tus-resumable', protocol))
    addCreation(scope, desk)
    addOffset(scope, desk)
    addAppending(scope, desk)
    addCancelling(scope, desk)
  })
  const { uploadsDir, uploads } = config
  const clean = () => expireUploads({ system, uploadsDir, expire_h: uploads.expire_h, turns: desk.turns })
  const report = (error: unknown) => app.log.error({ err: error }, 'uploads were not looked after')
  const cleaning = setInterval(() => void clean().catch(report), cleaning_ms).unref()
  app.addHook('onReady', async () => void clean().catch(report))
  app.addHook('onClose', async () => clearInterval(cleaning))
}

function addCreation(scope: FastifyInstance, desk: Desk): void {
  addRawEndpoint(scope, createUpload, async ({ actor }, request, reply) => {
    const asked = parseUpload(request.headers, desk.config.uploads)
    const named = { id: asked.id, user_id: toUserId(actor) }
    const { offset, status } = await desk.turns.take(toTurn(named), async () => {
      const known = await findKnown(desk, actor, named)
      if (known !== null) return { offset: requireSame(known, asked), status: 200 }
      await create(desk, actor, asked)
      return { offset: 0, status: 201 }
    })
    void reply.code(status).header('location', `${createUpload.path}/${asked.id}`)
    return tell(reply, { id: asked.id, bytes: asked.bytes, offset }).send({
      id: asked.id,
      bytes: asked.bytes,
      offset,
    })
  })
}

/** Refused before a byte is sent: what may not be, what is too many, what has no room. */
async function create({ as, config }: Desk, actor: Actor, asked: AskedUpload): Promise<void> {
  const user_id = toUserId(actor)
  const { uploadsDir, uploads } = config
  const waiting = await listUploads(uploadsDir, user_id)
  const ofRow = waiting.filter(({ noun, noun_id }) => noun === asked.noun && noun_id === asked.noun_id)
  await as(actor).transaction(async (client) => {
    await findRowPlace(client, asked)
    await requireMayAdd(client, asked, { mostFiles: uploads.mostFiles, waiting: ofRow.length })
  })
  await mkdir(uploadsDir, { recursive: true })
  await requireRoom(uploadsDir, asked.bytes)
  const created_at = new Date().toISOString()
  await beginUpload(uploadsDir, { ...asked, user_id, stored_as: randomUUID(), created_at })
}

function addOffset(scope: FastifyInstance, desk: Desk): void {
  addRawEndpoint(scope, getUpload, async ({ actor, params: { id }, request_id }, _request, reply) => {
    const named = { id, user_id: toUserId(actor) }
    const known = await desk.turns.take(toTurn(named), async () => {
      const found = await findKnown(desk, actor, named)
      if (found === null) throw new AppError('upload_not_found', { value: id })
      const { upload, bytes, offset } = found
      // All of it came, and the server did not live to store it.
      if (upload !== null && offset === bytes) await store(desk, { upload, actor, request_id })
      return found
    })
    return tell(reply, known).send({ id, bytes: known.bytes, offset: known.offset })
  })
}

function addAppending(scope: FastifyInstance, desk: Desk): void {
  addRawEndpoint(scope, appendUpload, async ({ actor, params: { id }, request_id }, request, reply) => {
    const named = { id, user_id: toUserId(actor) }
    // What is refused is not read to its end.
    void reply.header('connection', 'close')
    const known = await desk.turns.take(toTurn(named), async (signal) => {
      const found = await findKnown(desk, actor, named)
      if (found === null) throw new AppError('upload_not_found', { value: id })
      requireOffset(request.headers, found)
      if (request.headers['content-type'] !== bodyType) {
        throw new AppError('body_unreadable', { expected: bodyType })
      }
      const { upload } = found
      if (upload === null) return found
      const offset = await receive(desk, { upload, offset: found.offset, request, signal })
      if (offset === found.bytes) await store(desk, { upload, actor, request_id })
      return { ...found, offset }
    })
    void reply.removeHeader('connection')
    return tell(reply, known).code(204).send()
  })
}

function addCancelling(scope: FastifyInstance, desk: Desk): void {
  addRawEndpoint(scope, cancelUpload, async ({ actor, params: { id } }, _request, reply) => {
    const named = { id, user_id: toUserId(actor) }
    await desk.turns.take(toTurn(named), async () => {
      const found = await findKnown(desk, actor, named)
      if (found?.upload === null)
        throw new AppError('upload_conflict', { field: 'id', expected: 'not stored' })
      if (found === null) throw new AppError('upload_not_found', { value: id })
      await dropUpload(desk.config.uploadsDir, found.upload)
    })
    return reply.code(204).send()
  })
}

interface KnownUpload {
  readonly id: string
  readonly bytes: number
  readonly offset: number
  /** Null: it is stored. */
  readonly upload: Upload | null
}

async function findKnown(
  { as, config: { uploadsDir } }: Desk,
  actor: Actor,
  named: { readonly id: string; readonly user_id: number },
): Promise<KnownUpload | null> {
  const file = await findFile(as(actor), named.id)
  if (file !== null && file.uploader_id === named.user_id) {
    return { id: file.id, bytes: file.bytes, offset: file.bytes, upload: null }
  }
  const upload = await findUpload(uploadsDir, named)
  const offset = upload === null ? null : await countBytes(uploadsDir, upload)
  return upload === null || offset === null ? null : { id: upload.id, bytes: upload.bytes, offset, upload }
}

/** The same key for something else is a mistake of the sender's. */
function requireSame({ bytes, offset, upload }: KnownUpload, asked: AskedUpload): number {
  const isSame =
    bytes === asked.bytes &&
    (upload === null ||
      (upload.noun === asked.noun && upload.noun_id === asked.noun_id && upload.kind === asked.kind))
  if (!isSame)
    throw new AppError('upload_conflict', { field: 'key', value: asked.id, expected: 'a key of its own' })
  return offset
}

async function receive(
  { config: { uploadsDir } }: Desk,
  {
    upload,
    offset,
    request,
    signal,
  }: {
    readonly upload: Upload
    readonly offset: number
    readonly request: FastifyRequest
    readonly signal: AbortSignal
  },
): Promise<number> {
  const path = toPartPath(uploadsDir, upload)
  try {
    return await receiveBytes(request.body as Readable, { path, offset, bytes: upload.bytes, signal })
  } catch (error) {
    // Half a file only fills the disk further.
    if (error instanceof AppError && error.code === 'storage_full') await dropUpload(uploadsDir, upload)
    throw error
  }
}

function store(
  { as, config: { uploadsDir, uploads } }: Desk,
  {
    upload,
    actor,
    request_id,
  }: { readonly upload: Upload; readonly actor: Actor; readonly request_id: string },
): Promise<void> {
  const { mostFiles } = uploads
  return storeUpload(upload, { db: as(actor), actor, uploadsDir, mostFiles, request_id })
}

function tell(
  reply: FastifyReply,
  { bytes, offset }: { readonly id: string; readonly bytes: number; readonly offset: number },
): FastifyReply {
  return reply
    .header('upload-offset', offset)
    .header('upload-length', bytes)
    .header('cache-control', 'no-store')
}

function toUserId({ user_id }: Actor): number {
  if (user_id === null) throw new AppError('not_signed_in')
  return user_id
}

function toTurn({ id, user_id }: { readonly id: string; readonly user_id: number }): string {
  return `${user_id}-${id}`
}
