/** Villages are created, changed, merged and split. */
import type { FastifyInstance } from 'fastify'
import { createVillage, mergeVillages, splitVillage, updateVillage } from '../../core/api/village-edits.ts'
import { cleanVillage, type Evidence } from '../../core/inventory/village-edit.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import { createVillage as createRow } from '../db/create-village.ts'
import { refuseTakenCode } from '../db/prepare-village.ts'
import { mergeVillages as mergeRows, splitVillage as splitRows } from '../db/succeed-villages.ts'
import { updateVillage as updateRow } from '../db/update-village.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { toReason } from './to-reason.ts'

export function addVillageEdits(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, createVillage, async ({ actor, body, request_id }) => {
    const valid_from = body.valid_from ?? null
    const work = { village: cleanVillage(body.village), valid_from, ...toWork({ body, request_id }) }
    return refuseTakenCode(() =>
      change(as(actor), async (client) => {
        const { id, version, entry } = await createRow(client, work)
        return { entries: [entry], toResult: ([entry_id]) => ({ id, version, entry_id: entry_id! }) }
      }),
    )
  })
  addEndpoint(app, updateVillage, async ({ actor, params: { id }, body, version: seen, request_id }) => {
    const { evidence, today, origin } = toWork({ body, request_id })
    const edit = { changes: cleanVillage(body.changes), evidence }
    const work = { id, version: seen, edit, today, role: actor.role, origin }
    return change(as(actor), async (client) => {
      const { version, entry } = await updateRow(client, work)
      return { entries: [entry], toResult: ([entry_id]) => ({ id, version, entry_id: entry_id! }) }
    })
  })
  addSuccessions(app, as)
}

function addSuccessions(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, mergeVillages, async ({ actor, body, request_id }) => {
    const { villages, valid_from } = body
    const into = [cleanVillage(body.into)]
    const work = { villages, into, valid_from, role: actor.role, ...toWork({ body, request_id }) }
    return refuseTakenCode(() =>
      change(as(actor), async (client) => {
        const { successors, entries } = await mergeRows(client, work)
        const { id } = successors[0]!.village
        return {
          entries,
          toResult: (ids) => ({ id, version: successors[0]!.version, entry_id: ids.at(-1)! }),
        }
      }),
    )
  })
  addEndpoint(app, splitVillage, async ({ actor, params: { id }, body, version, request_id }) => {
    const into = body.into.map((part) => cleanVillage(part))
    const villages = [{ id, version }]
    const { valid_from } = body
    const work = { villages, into, valid_from, role: actor.role, ...toWork({ body, request_id }) }
    return refuseTakenCode(() =>
      change(as(actor), async (client) => {
        const { successors, entries } = await splitRows(client, work)
        const parts = successors.map(({ village }) => ({ id: village.id, code: village.code }))
        return { entries, toResult: ([entry_id]) => ({ entry_id: entry_id!, villages: parts }) }
      }),
    )
  })
}

interface Asked {
  readonly body: Evidence & { readonly reason?: string }
  readonly request_id: string
}

/** What every change of villages says beside what it changes. */
function toWork({ body, request_id }: Asked) {
  const { source_code, observed_on } = body
  return {
    evidence: {
      ...(source_code === undefined ? {} : { source_code }),
      ...(observed_on === undefined ? {} : { observed_on }),
    },
    today: toDays(undefined).today,
    origin: { reason: toReason(body.reason), request_id },
  }
}
