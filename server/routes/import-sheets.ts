/** What goes back to the sender as a spreadsheet: the rows that could not be taken, and how its list differs from the last one. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { compareImport, exportImportComparison, exportImportProblems } from '../../core/api/imports.ts'
import { compareLists } from '../../core/import/compare-lists.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Client } from '../db/database.ts'
import { listProblemRows, listSaid } from '../db/imports/import-rows.ts'
import { findEarlier } from '../db/imports/imports.ts'
import { getKept, toSide, type ImportDesk } from '../import/import-desk.ts'
import { writeDifferences } from '../import/write-differences.ts'
import { writeProblemSheet } from '../import/write-problem-sheet.ts'
import { addEndpoint, addRawEndpoint, toCacheControl } from './add-endpoint.ts'

export function addImportSheets(app: FastifyInstance, desk: ImportDesk): void {
  addEndpoint(app, compareImport, async ({ actor, params: { id } }) =>
    desk.as(actor).transaction((client) => compare(client, actor, id)),
  )
  addRawEndpoint(app, exportImportComparison, async ({ actor, params: { id }, query }, request, reply) => {
    const { earlier, differences, file_name } = await desk
      .as(actor)
      .transaction((client) => compare(client, actor, id))
    if (earlier === null) throw new AppError('import_not_open', { state: 'first' })
    const bytes = await writeDifferences(differences, query.language ?? 'vi')
    void reply.header('cache-control', toCacheControl(request))
    return sendSheet(reply, bytes, `so-voi-lan-truoc ${file_name}`)
  })
  addRawEndpoint(app, exportImportProblems, async ({ actor, params: { id }, query }, request, reply) => {
    const { kept, rows } = await desk.as(actor).transaction(async (client) => ({
      kept: await getKept(client, id, actor),
      rows: await listProblemRows(client, { import_id: id, side: toSide(actor) }),
    }))
    if (kept.found.mapping === null || kept.found.mapping === undefined) {
      throw new AppError('import_not_open', { state: kept.state })
    }
    const bytes = await desk.jobs.run(id, ({ signal }) =>
      writeProblemSheet(kept, rows, {
        uploadsDir: desk.uploadsDir,
        language: query.language ?? 'vi',
        signal,
      }),
    )
    void reply.header('cache-control', toCacheControl(request))
    return sendSheet(reply, bytes, `can-sua ${kept.file_name}`)
  })
}

async function compare(client: Client, actor: Actor, id: number) {
  const kept = await getKept(client, id, actor)
  const earlier = await findEarlier(client, kept)
  const side = toSide(actor)
  const before = earlier === null ? [] : await listSaid(client, { import_id: earlier.id, side: 'staff' })
  const own =
    before.length > 0 || earlier === null ? before : await listSaid(client, { import_id: earlier.id, side })
  const now = await listSaid(client, { import_id: id, side })
  const isListed = ({ status }: { readonly status: string }) => status !== 'missing'
  const differences = earlier === null ? [] : compareLists(own.filter(isListed), now.filter(isListed))
  return { earlier, differences, file_name: kept.file_name }
}

function sendSheet(reply: FastifyReply, bytes: Uint8Array, name: string): FastifyReply {
  const plain = name.replace(/\.[a-z0-9]{1,8}$/i, '')
  return reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${plain}.xlsx`)}`)
    .send(Buffer.from(bytes))
}
