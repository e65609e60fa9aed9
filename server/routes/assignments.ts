/** Assigned villages: read by everybody as printed, moved along by whose turn it is, given out by acts. */
import type { FastifyInstance } from 'fastify'
import {
  createAct,
  getAssignment,
  listActs,
  listAssignments,
  moveAssignment,
  moveAssignments,
  type AssignmentRecord,
  type NewAct,
} from '../../core/api/assignments.ts'
import { listMoves } from '../../core/assignments/lifecycle.ts'
import { cleanStep } from '../../core/assignments/step-details.ts'
import { AppError } from '../../core/errors.ts'
import type { Role } from '../../core/permissions.ts'
import { toPlainText } from '../../core/plain-text.ts'
import type { Context } from '../context.ts'
import { getAssignmentEvent, listAssignmentEvents } from '../db/assignment-events.ts'
import { findAssignment, listAssignments as listRows } from '../db/assignments.ts'
import { change, type AuditEntry } from '../db/change.ts'
import { createAct as createRows } from '../db/create-act.ts'
import type { Client } from '../db/database.ts'
import { findAct, listActs as listActRows } from '../db/legal-acts.ts'
import { moveAssignment as moveRow } from '../db/move-assignment.ts'
import { addEndpoint } from './add-endpoint.ts'
import { requireDay, toDays } from './days.ts'
import { requireCarrier, requireUnits } from './require-known.ts'

export function addAssignments(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, listAssignments, async ({ actor, query: filter }) => {
    const { today } = toDays(undefined)
    return as(actor).transaction(async (client) => {
      await requireCarrier(client, filter.carrier)
      const { district_code } = filter
      await requireUnits(client, district_code === undefined ? {} : { district_code })
      return { today, assignments: await listRows(client, { filter, today }) }
    })
  })
  addEndpoint(app, getAssignment, async ({ actor, params: { id } }) =>
    as(actor).transaction(async (client) => {
      const assignment = await requireAssignment(client, id)
      const events = await listAssignmentEvents(client, id)
      return { assignment, events, moves: listOpenMoves(assignment, actor.role) }
    }),
  )
  addMoves(app, as)
  addActs(app, as)
}

function addMoves(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, moveAssignment, async ({ actor, params: { id }, body, version, request_id }) => {
    const { key = null, ...given } = body
    const step = cleanStep(given)
    return change(as(actor), async (client) => {
      const work = { id, version, step, key, actor, ...toMoment(), request_id }
      const { entries, event_id } = await moveRow(client, work)
      const assignment = await requireAssignment(client, id)
      return { entries, result: { assignment, event: await getAssignmentEvent(client, event_id) } }
    })
  })
  addEndpoint(app, moveAssignments, async ({ actor, body: { items, ...given }, request_id }) => {
    const step = cleanStep(given)
    const moment = toMoment()
    // In one order for all, so that two who move many at once do not wait for each other.
    const ordered = items.toSorted((a, b) => a.id - b.id)
    const ids = ordered.map(({ id }) => id)
    return change(as(actor), async (client) => {
      const entries: AuditEntry[] = []
      for (const item of ordered) {
        const moved = () => moveRow(client, { ...item, step, key: null, actor, ...moment, request_id })
        entries.push(...(await withAssignmentId(item.id, moved)).entries)
      }
      const { today } = moment
      const assignments = await listRows(client, { ids, today, filter: { include: 'all' } })
      return { entries, result: { assignments } }
    })
  })
}

function addActs(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, listActs, async ({ actor }) => ({ acts: await listActRows(as(actor)) }))
  addEndpoint(app, createAct, async ({ actor, body, request_id }) => {
    const act = toCleanAct(body)
    return change(as(actor), async (client) => {
      const entries = await createRows(client, { act, actor, request_id })
      const created = await findAct(client, act.code)
      if (created === null) throw new Error('An act was not written')
      return { entries, result: { act: created } }
    })
  })
}

async function requireAssignment(client: Client, id: number): Promise<AssignmentRecord> {
  const assignment = await findAssignment(client, { id, today: toDays(undefined).today })
  if (assignment === null) throw new AppError('assignment_not_found', { value: id })
  return assignment
}

/** None where the reader does not see how far it is, or where the row no longer holds. */
function listOpenMoves({ progress, withdrawn_by, replaced_by }: AssignmentRecord, role: Role) {
  if (progress === null || withdrawn_by !== null || replaced_by !== null) return []
  return listMoves(progress.state, role)
}

function toMoment(): { readonly now: string; readonly today: string } {
  return { now: new Date().toISOString(), today: toDays(undefined).today }
}

/** Says of which of many a refusal speaks. */
async function withAssignmentId<T>(assignment_id: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw new AppError(error.code, { ...error.params, assignment_id })
    throw error
  }
}

function toCleanAct(act: NewAct): NewAct {
  if (typeof act.issued_on === 'string') requireDay('issued_on', act.issued_on)
  return {
    ...act,
    title: toLine('title', act.title),
    ...(typeof act.number === 'string' ? { number: toLine('number', act.number) } : {}),
    ...(typeof act.issuer === 'string' ? { issuer: toLine('issuer', act.issuer) } : {}),
    rows: act.rows.map((row, at) => ({
      ...row,
      village_printed: toLine(`rows.${at}.village_printed`, row.village_printed),
      commune_printed: toLine(`rows.${at}.commune_printed`, row.commune_printed),
      district_printed: toLine(`rows.${at}.district_printed`, row.district_printed),
    })),
  }
}

function toLine(field: string, given: string): string {
  const line = toPlainText(given, 'line')
  if (line === null || line === '') throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return line
}
