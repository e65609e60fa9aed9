/** What is done with a file that was sent? Compared as often as somebody says how it is meant; then applied, and taken back. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { toVietnamDate } from '../../core/dates.ts'
import { AppError } from '../../core/errors.ts'
import type { Known } from '../../core/import/known.ts'
import { ImportFileError } from '../../core/import/problems.ts'
import type { Mapping } from '../../core/import/read-record.ts'
import type { Actor } from '../../core/permissions.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { change, type AuditEntry } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { listBatchEntries } from '../db/imports/batch-entries.ts'
import { hasCarrier } from '../db/carriers.ts'
import {
  findImport,
  updateImport,
  type CheckSide,
  type ImportUpdate,
  type KeptImport,
} from '../db/imports/imports.ts'
import { getKnown } from '../db/imports/known.ts'
import { findRememberedMapping, listAnswers, rememberMapping } from '../db/imports/remembered.ts'
import { importTargets } from '../db/imports/targets.ts'
import { beginComparison, keepComparison, type FileQuestion } from './compare-file.ts'
import { toImportPath } from './import-folder.ts'
import { isCancelled, type ImportJobs, type JobTools } from './import-jobs.ts'
import { understandFile, type UnderstoodFile } from './understand-file.ts'

export interface ImportDesk {
  readonly as: (actor: Actor) => ActingDatabase
  readonly jobs: ImportJobs
  readonly uploadsDir: string
  /** What nobody foresaw, for the log. */
  readonly report: (error: unknown) => void
}

export function toSide({ role }: Pick<Actor, 'role'>): CheckSide {
  return role === 'carrier' ? 'sender' : 'staff'
}

export async function getKept(
  client: Client,
  id: number,
  actor: Pick<Actor, 'role'>,
  purpose: 'to read' | 'to write' = 'to read',
): Promise<KeptImport> {
  const kept = await findImport(client, id, { side: toSide(actor), purpose })
  if (kept === null) throw new AppError('import_not_found', { value: id })
  return kept
}

interface Facts {
  readonly kept: KeptImport
  readonly known: Known
  readonly remembered: Mapping | null
  readonly answers: ReadonlyMap<string, string>
  readonly carrier_code: string | null
  readonly today: string
}

/** Reads and compares; what went wrong with the file stands with the import, for whoever looks. */
export async function checkImport(desk: ImportDesk, actor: Actor, id: number): Promise<void> {
  await desk.jobs.run(id, async (tools) => {
    try {
      const { facts, understood } = await understand(desk, actor, id, tools)
      await desk.as(actor).transaction((client) => keepCheck(client, { facts, understood, actor, tools }))
    } catch (error) {
      if (tools.signal.aborted) return
      await keepFault(desk, actor, id, error)
    }
  })
}

async function keepFault(desk: ImportDesk, actor: Actor, id: number, error: unknown): Promise<void> {
  if (!(error instanceof ImportFileError)) desk.report(error)
  const fault =
    error instanceof ImportFileError
      ? { code: error.fault, params: error.params }
      : { code: 'internal', params: {} }
  await desk.as(actor).transaction((client) => updateImport(client, id, { state: 'failed', fault }))
}

async function understand(
  { as, uploadsDir }: ImportDesk,
  actor: Actor,
  id: number,
  { signal, tell }: JobTools,
): Promise<{ readonly facts: Facts; readonly understood: UnderstoodFile }> {
  const facts = await as(actor).transaction((client) => getFacts(client, id, actor))
  const { kept, known, remembered, answers, carrier_code } = facts
  const understood = await understandFile({
    path: toImportPath(uploadsDir, kept.stored_as),
    file_name: kept.file_name,
    noun: kept.noun,
    choices: kept.choices,
    constants: toConstants(kept.noun, carrier_code),
    known,
    remembered,
    answers,
    signal,
    tell,
  })
  return { facts, understood }
}

async function getFacts(client: Client, id: number, actor: Actor): Promise<Facts> {
  const kept = await getKept(client, id, actor)
  const today = toVietnamDate(new Date())
  const said = Object.entries(kept.choices.answers ?? {})
  const answers = new Map(await listAnswers(client))
  for (const [key, code] of said) {
    if (code === null) answers.delete(key)
    else answers.set(key, code)
  }
  const isCarrier = kept.carrier_code !== null || (await hasCarrier(client, kept.sender))
  return {
    kept,
    known: await getKnown(client, today),
    remembered: await findRememberedMapping(client, kept),
    answers,
    carrier_code: isCarrier ? (kept.carrier_code ?? kept.sender) : null,
    today,
  }
}

/** What a carrier's list does not say of whose it is: it is the carrier's. */
function toConstants(noun: KeptImport['noun'], carrier_code: string | null): Record<string, string> {
  if (carrier_code === null) return {}
  if (noun === 'cable_routes') return { owner_code: carrier_code }
  return noun === 'sites' || noun === 'village_services' ? { carrier_code } : {}
}

interface CheckWork {
  readonly facts: Facts
  readonly understood: UnderstoodFile
  readonly actor: Actor
  readonly tools: JobTools
}

async function keepCheck(client: Client, { facts, understood, actor, tools }: CheckWork): Promise<void> {
  const { kept, carrier_code, today } = facts
  const now = await getKept(client, kept.id, actor, 'to write')
  if (now.version !== kept.version) throw new AppError('version_conflict', { current: now.version })
  const side = toSide(actor)
  await keepComparison(client, {
    kept,
    understood,
    side,
    carrier_code,
    purpose: 'to read',
    today,
    ...toComparing(tools, 'comparing', understood),
  })
  const state = kept.state === 'proposed' && side === 'staff' ? 'proposed' : 'checked'
  await updateImport(client, kept.id, { state, fault: null, found: understood.found })
}

function toComparing(
  { signal, tell }: JobTools,
  step: 'comparing' | 'writing',
  { records: { length } }: UnderstoodFile,
): Pick<FileQuestion, 'signal' | 'onProgress'> {
  tell(step, 0, length)
  return { signal, onProgress: (done) => tell(step, done, length) }
}

/** Thrown out of the transaction that would have written: the records are no longer what was shown. */
class Outdated extends Error {}

export interface MoveQuestion {
  readonly id: number
  readonly version: number
  readonly actor: Actor
  readonly request_id: string
}

/** Longer than this nobody waits for an answer: the work goes on, and what it comes to stands with the import. */
const soon_ms = 8_000

/** Resolves when all is written, or when it takes longer. */
export async function applyInTime(desk: ImportDesk, asked: MoveQuestion): Promise<void> {
  const { signal, abort } = toTimer()
  const work = applyImport(desk, asked)
  try {
    await Promise.race([work, sleep(soon_ms, undefined, { signal })])
  } finally {
    abort()
  }
  void work.catch((error: unknown) => (isCancelled(error) ? undefined : keepRefusal(desk, asked, error)))
}

function toTimer(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const control = new AbortController()
  return { signal: control.signal, abort: () => control.abort() }
}

/** Nobody hears it any more: it is told with the import, which stays as it was. */
async function keepRefusal({ as, report }: ImportDesk, { id, actor }: MoveQuestion, error: unknown) {
  if (!(error instanceof AppError)) report(error)
  const fault =
    error instanceof AppError ? { code: error.code, params: error.params } : { code: 'internal', params: {} }
  await as(actor)
    .transaction((client) => updateImport(client, id, { fault }))
    .catch(report)
}

/** Writes what the comparison showed, or nothing. */
export async function applyImport(desk: ImportDesk, asked: MoveQuestion): Promise<void> {
  const { id, actor } = asked
  await desk.jobs.run(id, async (tools) => {
    const { facts, understood } = await understand(desk, actor, id, tools)
    requireMove(facts.kept, asked.version, ['checked', 'proposed'])
    try {
      await change(desk.as(actor), (client) => writeAll(client, { facts, understood, asked, tools }))
    } catch (error) {
      if (!(error instanceof Outdated)) throw error
      await desk.as(actor).transaction((client) => keepCheck(client, { facts, understood, actor, tools }))
      throw new AppError('import_outdated', { value: id })
    }
  })
}

interface ApplyWork {
  readonly facts: Facts
  readonly understood: UnderstoodFile
  readonly asked: MoveQuestion
  readonly tools: JobTools
}

async function writeAll(client: Client, { facts, understood, asked, tools }: ApplyWork) {
  const { carrier_code, today } = facts
  const { id, actor, request_id } = asked
  const kept = await getKept(client, id, actor, 'to write')
  requireMove(kept, asked.version, ['checked', 'proposed'])
  const target = importTargets[kept.noun]
  const comparison = await beginComparison(client, {
    kept,
    understood,
    side: 'staff',
    carrier_code,
    purpose: 'to write',
    today,
    ...toComparing(tools, 'writing', understood),
  })
  const batch_id = randomUUID()
  const origin = { batch_id, request_id }
  const entries = await target.write(client, comparison.rows, origin)
  const { missing, check } = await comparison.end()
  if (check.fingerprint !== kept.check?.fingerprint) throw new Outdated()
  if (kept.choices.retire_missing === true && target.retire !== undefined) {
    entries.push(...(await target.retire(client, missing, { ...origin, carrier_code, today })))
  }
  const { mapping } = understood.found
  if (mapping !== null) await rememberMapping(client, kept, mapping)
  await updateImport(client, id, { state: 'applied', batch_id, is_applied_now: true, fault: null })
  return {
    entries: [...entries, toImportEntry(kept, { action: 'import', request_id, counts: check.counts })],
    result: undefined,
  }
}

export function requireMove(
  kept: Pick<KeptImport, 'state' | 'version'>,
  version: number,
  states: readonly KeptImport['state'][],
): void {
  if (kept.version !== version) throw new AppError('version_conflict', { current: kept.version })
  if (!states.includes(kept.state)) throw new AppError('import_not_open', { state: kept.state })
}

/** All records of the batch that nobody has changed since; where one was changed, nothing, unless those are to be left. */
export async function undoImport(
  desk: ImportDesk,
  asked: MoveQuestion & { readonly leave_changed: boolean },
): Promise<void> {
  const { id, actor, request_id } = asked
  await desk.jobs.run(id, async ({ tell }) => {
    tell('writing', 0, null)
    await change(desk.as(actor), async (client) => {
      const kept = await getKept(client, id, actor, 'to write')
      requireMove(kept, asked.version, ['applied'])
      const batch_id = kept.batch_id!
      const back = await importTargets[kept.noun].putBack(client, await listBatchEntries(client, batch_id), {
        batch_id,
        request_id,
        today: toVietnamDate(new Date()),
      })
      const { changed_since } = back
      if (changed_since.length > 0 && !asked.leave_changed) {
        const labels = changed_since.slice(0, 5).join('; ')
        throw new AppError('import_changed_since', { count: changed_since.length, labels })
      }
      await updateImport(client, id, { state: 'undone' })
      const entry = toImportEntry(kept, { action: 'restore', request_id, counts: kept.check?.counts ?? {} })
      return { entries: [...back.entries, entry], result: undefined }
    })
  })
}

export interface StateMove {
  readonly action: 'propose' | 'return' | 'cancel'
  readonly from: readonly KeptImport['state'][]
  readonly to: KeptImport['state']
  readonly reason: string | null
}

/** A move that writes no record. */
export async function moveState(
  { as }: ImportDesk,
  { id, version, actor, request_id }: MoveQuestion,
  { action, from, to, reason }: StateMove,
): Promise<KeptImport> {
  return change(as(actor), async (client) => {
    const kept = await getKept(client, id, actor, 'to write')
    requireMove(kept, version, from)
    const update: ImportUpdate = { state: to, ...(reason === null ? {} : { reason }) }
    await updateImport(client, id, update)
    const { mapping = null } = kept.found
    if (action === 'propose' && mapping !== null) await rememberMapping(client, kept, mapping)
    const entry = toImportEntry(kept, { action, request_id, counts: kept.check?.counts ?? {}, reason })
    return { entries: [entry], result: kept }
  })
}

function toImportEntry(
  { id, noun, sender, file_name, carrier_code }: KeptImport,
  { action, request_id, counts, reason = null }: EntryFacts,
): AuditEntry {
  return {
    action,
    noun: 'imports',
    noun_id: String(id),
    after: { code: String(id), name: file_name, noun, sender, counts },
    carrier_code,
    request_id,
    reason,
  }
}

interface EntryFacts {
  readonly action: string
  readonly request_id: string
  readonly counts: object
  readonly reason?: string | null
}
