/** What is said of villages' coverage is entered one by one. */
import type { FastifyInstance } from 'fastify'
import { createStatement } from '../../core/api/village-edits.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import { createStatement as createRow } from '../db/create-statement.ts'
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
}
