/** Who changed what: as a list, as a file, and put back as it was. */
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance } from 'fastify'
import { exportAudit, listAudit, restoreEntry, type AuditRecord } from '../../core/api/audit.ts'
import type { Context } from '../context.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { listAudit as listEntries, type AuditFilter } from '../db/audit.ts'
import { change } from '../db/change.ts'
import { restoreEntry as restore } from '../db/restore-entry.ts'
import { refuseTaken } from '../db/site-references.ts'
import { addEndpoint, addRawEndpoint, toCacheControl } from './add-endpoint.ts'
import { requireDay, toDays } from './days.ts'
import { requireUnits } from './require-known.ts'
import { toReason } from './to-reason.ts'

const usualLimit = 50
const exportedAtOnce = 500

export function addAudit(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, listAudit, async ({ actor, query }) => {
    const { limit = usualLimit, ...filter } = query
    const db = as(actor)
    await requireKnownFilter(db, filter)
    const entries = await listEntries(db, filter, limit)
    const last = entries.length === limit ? entries.at(-1) : undefined
    return { entries, next_before_id: last?.id ?? null }
  })
  addRawEndpoint(app, exportAudit, async ({ actor, query }, request, reply) => {
    const db = as(actor)
    await requireKnownFilter(db, query)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="thay-doi-${toDays(undefined).today}.csv"`)
      .header('cache-control', toCacheControl(request))
      .send(Readable.from(toCsv(db, query)))
  })
  addEndpoint(app, restoreEntry, async ({ actor, params: { id }, body, request_id }) => {
    const { today } = toDays(undefined)
    const origin = { reason: toReason(body.reason), request_id }
    const asked = { id, side: body.side, version: body.version, today, role: actor.role, origin }
    return refuseTaken(() =>
      change(as(actor), async (client) => {
        const { version, entries } = await restore(client, asked)
        return { entries, toResult: ([entry_id]) => ({ entry_id: entry_id!, version }) }
      }),
    )
  })
}

async function requireKnownFilter(db: ActingDatabase, filter: AuditFilter): Promise<void> {
  const { from, to, district_code, commune_code, commune_2025_code } = filter
  if (from !== undefined) requireDay('from', from)
  if (to !== undefined) requireDay('to', to)
  await requireUnits(db, {
    ...(district_code === undefined ? {} : { district_code }),
    ...(commune_code === undefined ? {} : { commune_code }),
    ...(commune_2025_code === undefined ? {} : { commune_2025_code }),
  })
}

const columns = [
  'id',
  'at',
  'actor',
  'actor_name',
  'action',
  'noun',
  'record_code',
  'record_name',
  'commune_name',
  'field',
  'before',
  'after',
  'reason',
] as const

/** A line for each field that changed, so that a spreadsheet can be filtered by it; page by page, however long the history is. */
async function* toCsv(db: ActingDatabase, filter: AuditFilter): AsyncGenerator<string> {
  // Without the mark Excel would read the bytes as another alphabet.
  yield `\ufeff${columns.join(',')}\n`
  let before_id: number | undefined
  for (;;) {
    const page = { ...filter, ...(before_id === undefined ? {} : { before_id }) }
    const entries = await listEntries(db, page, exportedAtOnce)
    // A name that begins like a formula is text, not something to run.
    if (entries.length > 0) yield stringify(entries.flatMap(toLines), { escape_formulas: true })
    before_id = entries.at(-1)?.id
    if (entries.length < exportedAtOnce) return
  }
}

function toLines(entry: AuditRecord): (string | number | null)[][] {
  const { id, at, actor, actor_name, action, noun, record_code, record_name, commune_name, reason } = entry
  const start = [id, at, actor, actor_name, action, noun, record_code, record_name, commune_name]
  const fields = entry.changed.length === 0 ? [null] : entry.changed
  return fields.map((field) => [
    ...start,
    field,
    field === null ? null : toText(entry.before, field),
    field === null ? null : toText(entry.after, field),
    reason,
  ])
}

function toText(record: unknown, field: string): string | null {
  const value = (record as Readonly<Record<string, unknown>> | null)?.[field] ?? null
  return value === null || typeof value === 'string' ? value : JSON.stringify(value)
}
