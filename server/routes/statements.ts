/** What is said of villages' coverage is entered, one by one or from a file. */
import type { FastifyInstance } from 'fastify'
import { createStatement, importStatements } from '../../core/api/village-edits.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import { createStatement as createRow } from '../db/create-statement.ts'
import { importStatements as importRows } from '../db/import-statements.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { toNote, toReason } from './to-reason.ts'

export function addStatements(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, createStatement, async ({ actor, params, body, request_id }) => {
    const { reason, note, ...given } = body
    const statement = { ...given, village_id: params.id, note: toNote(note) }
    const origin = { reason: toReason(reason), request_id }
    const { today } = toDays(undefined)
    return change(as(actor), async (client) => {
      const { id, entry } = await createRow(client, { statement, today, origin })
      return { entries: [entry], toResult: ([entry_id]) => ({ id, entry_id: entry_id! }) }
    })
  })
  addEndpoint(app, importStatements, async ({ actor, body: { csv, dry_run, reason }, request_id }) => {
    const origin = { reason: toReason(reason), request_id }
    return importRows(as(actor), { csv, dry_run, today: toDays(undefined).today, origin })
  })
}
