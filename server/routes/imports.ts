/** Files of rows come in, are understood, and change the records when somebody who has seen what they do says so. */
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import {
  changeImport,
  createImport,
  getImport,
  getImportSample,
  listImportPlaces,
  listImportQuestions,
  listImportRows,
  listImports,
  moveImport,
  type ImportChanges,
  type ImportRecord,
} from '../../core/api/imports.ts'
import { AppError } from '../../core/errors.ts'
import { carrierNouns } from '../../core/import/nouns.ts'
import { toPlainText } from '../../core/plain-text.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Context } from '../context.ts'
import type { Client } from '../db/database.ts'
import { listImportRows as listRows, listPlacedRows } from '../db/imports/import-rows.ts'
import {
  findEarlier,
  insertImport,
  listImports as listKept,
  updateImport,
  type ImportChoices,
} from '../db/imports/imports.ts'
import { rememberAnswers } from '../db/imports/remembered.ts'
import { dropImport, storeImport } from '../import/import-folder.ts'
import {
  applyInTime,
  checkImport,
  getKept,
  moveState,
  requireMove,
  toSide,
  undoImport,
  type ImportDesk,
  type MoveQuestion,
} from '../import/import-desk.ts'
import { createImportJobs, isCancelled } from '../import/import-jobs.ts'
import { toImportRecord } from '../import/to-import-record.ts'
import { addEndpoint } from './add-endpoint.ts'
import { addImportSheets } from './import-sheets.ts'
import { toReason } from './to-reason.ts'

const bodyType = 'application/octet-stream'

/** In a scope of its own: nowhere else may a body be a file of any kind. */
export function addImports(app: FastifyInstance, { as, config }: Context): void {
  const desk: ImportDesk = {
    as,
    jobs: createImportJobs(),
    uploadsDir: config.uploadsDir,
    report: (error) => app.log.error({ err: error }, 'a file could not be imported'),
  }
  app.addHook('preClose', () => desk.jobs.close())
  void app.register(async (scope) => {
    scope.addContentTypeParser(bodyType, (_request, payload, done) => done(null, payload))
    addCreation(scope, desk)
  })
  addReading(app, desk)
  addChanging(app, desk)
  addMoving(app, desk)
  addImportSheets(app, desk)
}

function addCreation(scope: FastifyInstance, desk: ImportDesk): void {
  addEndpoint(scope, createImport, async ({ actor, query }, request) => {
    if (request.headers['content-type'] !== bodyType) {
      throw new AppError('body_unreadable', { expected: bodyType })
    }
    const { noun } = query
    requireOwnNoun(actor, noun)
    const file_name = toLine('file_name', query.file_name)
    const sender = actor.carrier_code ?? toLine('sender', query.sender ?? '?')
    const stored = await storeImport(desk.uploadsDir, request.body as unknown as Readable)
    const id = await keepStored(desk, stored.stored_as, () =>
      desk.as(actor).transaction((client) =>
        insertImport(client, {
          ...stored,
          noun,
          sender,
          file_name,
          carrier_code: actor.carrier_code,
          created_by: actor.user_id,
        }),
      ),
    )
    beginCheck(desk, actor, id)
    return { import: await tell(desk, actor, id) }
  })
}

async function keepStored<T>(desk: ImportDesk, stored_as: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await dropImport(desk.uploadsDir, stored_as)
    throw error
  }
}

function requireOwnNoun({ role }: Actor, noun: ImportRecord['noun']): void {
  if (role !== 'carrier' || carrierNouns.includes(noun)) return
  throw new AppError('not_allowed', { role, field: 'noun' })
}

function toLine(field: string, given: string): string {
  const text = toPlainText(given, 'line')
  if (text === null || text === '') throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return text
}

/** Goes on after the answer. */
function beginCheck(desk: ImportDesk, actor: Actor, id: number): void {
  void checkImport(desk, actor, id).catch((error: unknown) => {
    if (!isCancelled(error)) desk.report(error)
  })
}

function addReading(app: FastifyInstance, desk: ImportDesk): void {
  addEndpoint(app, listImports, async ({ actor, query: { state = null } }) => {
    const running = desk.jobs.list()
    const imports = await desk
      .as(actor)
      .transaction((client) => listKept(client, { side: toSide(actor), state }))
    return {
      imports: imports.map((kept) =>
        toImportRecord(kept, { actor, progress: running.get(kept.id) ?? null, earlier: null }),
      ),
    }
  })
  addEndpoint(app, getImport, async ({ actor, params: { id } }) => ({ import: await tell(desk, actor, id) }))
  addEndpoint(app, listImportRows, async ({ actor, params: { id }, query }) =>
    desk.as(actor).transaction(async (client) => {
      await getKept(client, id, actor)
      const { status, text, offset = 0, limit = 100 } = query
      return listRows(client, { import_id: id, side: toSide(actor) }, { status, text, offset, limit })
    }),
  )
  addEndpoint(app, listImportPlaces, async ({ actor, params: { id } }) =>
    desk.as(actor).transaction(async (client) => {
      await getKept(client, id, actor)
      const rows = await listPlacedRows(client, { import_id: id, side: toSide(actor) }, mostPlaces)
      return { places: rows.map(({ line, ...place }) => ({ ...place, ...(line === null ? {} : { line }) })) }
    }),
  )
  addEndpoint(app, listImportQuestions, async ({ actor, params: { id } }) => {
    const { check } = await desk.as(actor).transaction((client) => getKept(client, id, actor))
    return {
      questions: (check?.questions ?? []).map((question) => ({
        ...question,
        choices: question.choices.map((choice) => ({ ...choice })),
        rows: [...question.rows],
      })),
    }
  })
  addEndpoint(app, getImportSample, async ({ actor, params: { id }, query: { table } }) => {
    const { found } = await desk.as(actor).transaction((client) => getKept(client, id, actor))
    const samples = found.samples ?? []
    const sample = samples.find(({ table: name }) => name === (table ?? found.table)) ?? samples[0]
    if (sample === undefined) throw new AppError('import_not_open', { state: 'reading' })
    return {
      table: sample.table,
      rows: sample.rows.map(({ at, cells }) => ({ at, cells: [...cells] })),
    }
  })
}

const mostPlaces = 60_000

function addChanging(app: FastifyInstance, desk: ImportDesk): void {
  addEndpoint(app, changeImport, async ({ actor, params: { id }, body, version }) => {
    await desk.jobs.cancel(id)
    await desk.as(actor).transaction(async (client) => {
      const kept = await getKept(client, id, actor, 'to write')
      requireMove(kept, version, ['reading', 'checked', 'failed', 'returned', 'proposed'])
      if (kept.state === 'proposed' && actor.role === 'carrier') {
        throw new AppError('import_not_open', { state: kept.state })
      }
      const { noun, sender } = body
      if (noun !== undefined) requireOwnNoun(actor, noun)
      if (sender !== undefined && actor.role === 'carrier') {
        throw new AppError('not_allowed', { role: actor.role, field: 'sender' })
      }
      if (body.answers !== undefined && actor.role !== 'carrier') {
        await rememberAnswers(client, body.answers, actor.user_id)
      }
      await updateImport(client, id, {
        choices: toChoices(kept.choices, body),
        ...(noun === undefined ? {} : { noun }),
        ...(sender === undefined ? {} : { sender: toLine('sender', sender) }),
        ...(kept.state === 'proposed' ? {} : { state: 'reading' as const }),
      })
    })
    beginCheck(desk, actor, id)
    return { import: await tell(desk, actor, id) }
  })
}

/** Another noun or table has other columns and other rows. */
function toChoices(before: ImportChoices, body: ImportChanges): ImportChoices {
  const { noun, table, mapping, answers, accepted, rows, retire_missing } = body
  const isOther = noun !== undefined || (table !== undefined && table !== before.table)
  const { mapping: _, rows: _rows, accepted: _accepted, ...others } = before
  const kept: ImportChoices = isOther ? others : before
  return {
    ...kept,
    ...(table === undefined ? {} : { table }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(answers === undefined ? {} : { answers: { ...kept.answers, ...answers } }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(rows === undefined ? {} : { rows: { ...kept.rows, ...rows } }),
    ...(retire_missing === undefined ? {} : { retire_missing }),
  }
}

function addMoving(app: FastifyInstance, desk: ImportDesk): void {
  addEndpoint(app, moveImport, async ({ actor, params: { id }, body, version, request_id }) => {
    const asked: MoveQuestion = { id, version, actor, request_id }
    const reason = toReason(body.reason)
    await move(desk, asked, { ...body, reason })
    return { import: await tell(desk, actor, id) }
  })
}

interface AskedMove {
  readonly move: 'apply' | 'undo' | 'propose' | 'return' | 'cancel'
  readonly leave_changed?: boolean
  readonly reason: string | null
}

async function move(
  desk: ImportDesk,
  asked: MoveQuestion,
  { move: wanted, leave_changed, reason }: AskedMove,
) {
  const { role } = asked.actor
  const isAllowed = wanted === 'cancel' || (wanted === 'propose') === (role === 'carrier')
  if (!isAllowed) throw new AppError('not_allowed', { role, field: 'move' })
  if (wanted === 'apply') return applyInTime(desk, asked)
  if (wanted === 'undo') return undoImport(desk, { ...asked, leave_changed: leave_changed === true })
  if (wanted === 'propose') {
    await moveState(desk, asked, { action: 'propose', from: ['checked'], to: 'proposed', reason })
    return
  }
  if (wanted === 'return') {
    if (reason === null)
      throw new AppError('value_invalid', { field: 'reason', value: null, expected: 'required' })
    await moveState(desk, asked, { action: 'return', from: ['proposed'], to: 'returned', reason })
    return
  }
  await desk.jobs.cancel(asked.id)
  const kept = await moveState(desk, asked, {
    action: 'cancel',
    from: [
      'reading',
      'checked',
      'failed',
      'returned',
      ...(role === 'carrier' ? (['proposed'] as const) : []),
    ],
    to: 'cancelled',
    reason,
  })
  await dropImport(desk.uploadsDir, kept.stored_as)
}

async function tell(desk: ImportDesk, actor: Actor, id: number): Promise<ImportRecord> {
  // Before the import is read: a job that ends meanwhile has not been interrupted.
  const progress = desk.jobs.find(id)
  return desk.as(actor).transaction(async (client: Client) => {
    const kept = await getKept(client, id, actor)
    const earlier = await findEarlier(client, kept)
    return toImportRecord(kept, { actor, progress, earlier })
  })
}
