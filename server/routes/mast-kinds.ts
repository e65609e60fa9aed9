/** The code list of mast kinds, and its upkeep. */
import type { FastifyInstance } from 'fastify'
import { listMastKinds, putMastKind } from '../../core/api/site-edits.ts'
import { AppError } from '../../core/errors.ts'
import { toPlainText } from '../../core/plain-text.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import { findMastKindToWrite, listMastKinds as listRows, upsertMastKind } from '../db/mast-kinds.ts'
import { addEndpoint } from './add-endpoint.ts'

export function addMastKinds(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, listMastKinds, async ({ actor }) => ({ mast_kinds: await listRows(as(actor)) }))
  addEndpoint(app, putMastKind, async ({ actor, params, body, request_id }) => {
    const code = toText('code', params.code)
    const title = toText('title', body.title)
    return change(as(actor), async (client) => {
      const before = await findMastKindToWrite(client, code)
      const after = { code, title, retired: body.retired ?? before?.retired ?? false }
      if (before !== null && before.title === title && before.retired === after.retired) {
        throw new AppError('nothing_changed')
      }
      await upsertMastKind(client, after)
      const action = before === null ? 'create' : 'update'
      const entry = { action, noun: 'mast_kinds', noun_id: code, before, after, request_id }
      return { result: {}, entries: [entry] }
    })
  })
}

function toText(field: string, given: string): string {
  const text = toPlainText(given, 'line')
  if (text === null || text === '') throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return text
}
