/** Sites are created, changed, and their positions looked at before they are saved. */
import type { FastifyInstance } from 'fastify'
import { checkPosition, createSite, updateSite } from '../../core/api/site-edits.ts'
import { AppError } from '../../core/errors.ts'
import { cleanSiteEdit, type NewSite } from '../../core/inventory/site-edit.ts'
import { listPositionWarnings } from '../../core/inventory/site-rules.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import { findPositionFacts } from '../db/check-position.ts'
import { createSite as createRows } from '../db/create-site.ts'
import { refuseTaken } from '../db/site-references.ts'
import { findExactPosition } from '../db/sites.ts'
import { updateSite as updateRows } from '../db/update-site.ts'
import { addEndpoint } from './add-endpoint.ts'
import { requireUnits } from './require-known.ts'
import { toReason } from './to-reason.ts'

export function addSiteEdits(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, createSite, async ({ actor, body, request_id }) => {
    const { changes, stations } = cleanSiteEdit({ changes: body.site, stations: body.stations ?? [] })
    const origin = { reason: toReason(body.reason), request_id }
    const work = { site: changes as NewSite, stations, confirm: body.confirm ?? [], role: actor.role, origin }
    return refuseTaken(() =>
      change(as(actor), async (client) => {
        await requireUnits(client, toCommune(changes))
        const { id, version, entry } = await createRows(client, work)
        return { entries: [entry], toResult: ([entry_id]) => ({ id, version, entry_id: entry_id! }) }
      }),
    )
  })
  addEndpoint(app, updateSite, async ({ actor, params: { id }, body, version: seen, request_id }) => {
    const edit = cleanSiteEdit({ changes: body.changes, stations: body.stations ?? [] })
    const origin = { reason: toReason(body.reason), request_id }
    const work = { id, version: seen, edit, confirm: body.confirm ?? [], role: actor.role, origin }
    return refuseTaken(() =>
      change(as(actor), async (client) => {
        await requireUnits(client, toCommune(edit.changes))
        const { version, entry } = await updateRows(client, work)
        return { entries: [entry], toResult: ([entry_id]) => ({ id, version, entry_id: entry_id! }) }
      }),
    )
  })
  addPositionCheck(app, as)
}

function toCommune({ commune_code }: { readonly commune_code?: string }): { readonly commune_code?: string } {
  return commune_code === undefined ? {} : { commune_code }
}

function addPositionCheck(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, checkPosition, async ({ actor, query: { lng, lat, site_id = null, commune_code } }) =>
    as(actor).transaction(async (client) => {
      await requireUnits(client, toCommune({ ...(commune_code === undefined ? {} : { commune_code }) }))
      const from = site_id === null ? null : await findExactPosition(client, site_id)
      if (site_id !== null && from === null) throw new AppError('site_not_found', { value: site_id })
      const asked = commune_code ?? from?.commune_code ?? null
      const facts = await findPositionFacts(client, { lng, lat, site_id, from, commune_code: asked })
      const { inside, swapped, units, moved_m, near_sites } = facts
      const isMoved = from?.lng === lng && from.lat === lat ? 'stays' : 'moved'
      const warnings = inside ? listPositionWarnings(facts, isMoved) : []
      return { inside, swapped, units, moved_m, near_sites: [...near_sites], warnings }
    }),
  )
}
