/** Plans of trial sites: kept, shared, renamed and put away by whoever made them. */
import type { FastifyInstance } from 'fastify'
import {
  createPlan,
  getPlan,
  listPlans,
  updatePlan,
  type PlanChanges,
  type PlanFields,
  type PlanRecord,
} from '../../core/api/plans.ts'
import { AppError } from '../../core/errors.ts'
import { toPlainText } from '../../core/plain-text.ts'
import { toStoredDegrees } from '../../core/stored-degrees.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import {
  findPlan,
  findPlanToWrite,
  findSiteOutside,
  insertPlan,
  listPlans as listRows,
  toPlanEntry,
  writePlan,
} from '../db/plans.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toNote } from './to-reason.ts'

export function addPlans(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, listPlans, async ({ actor }) => ({ plans: await listRows(as(actor)) }))
  addEndpoint(app, getPlan, async ({ actor, params: { id } }) => ({ plan: await requirePlan(as(actor), id) }))
  addEndpoint(app, createPlan, async ({ actor, body, request_id }) => {
    const { user_id } = actor
    if (user_id === null) throw new AppError('not_signed_in')
    const plan = toFields({ note: null, visibility: 'private', retired: false, ...body })
    return change(as(actor), async (client) => {
      await requireInside(client, plan.sites)
      const id = await insertPlan(client, plan, user_id)
      const entry = toPlanEntry({ action: 'create', id, before: null, after: plan, request_id })
      return { entries: [entry], result: { plan: await requirePlan(client, id) } }
    })
  })
  addEndpoint(app, updatePlan, async ({ actor, params: { id }, body, version, request_id }) =>
    change(as(actor), async (client) => {
      const before = await requireOwnPlan(client, id)
      if (before.version !== version) throw new AppError('version_conflict', { current: before.version })
      const after = withChanges(before, body)
      if (body.sites !== undefined) await requireInside(client, after.sites)
      await writePlan(client, id, after)
      const action = after.retired && !before.retired ? 'retire' : 'update'
      const entry = toPlanEntry({ action, id, before, after, request_id })
      return { entries: [entry], result: { plan: await requirePlan(client, id) } }
    }),
  )
}

async function requirePlan(client: Client, id: number): Promise<PlanRecord> {
  const plan = await findPlan(client, id)
  if (plan === null) throw new AppError('plan_not_found', { value: id })
  return plan
}

/** Another's shared plan may be read and not changed; another's private one is not there. */
async function requireOwnPlan(client: Client, id: number): Promise<PlanRecord> {
  const own = await findPlanToWrite(client, id)
  if (own !== null) return own
  await requirePlan(client, id)
  throw new AppError('not_allowed', { value: id })
}

async function requireInside(client: Client, sites: PlanFields['sites']): Promise<void> {
  const outside = await findSiteOutside(client, sites)
  if (outside !== null) throw new AppError('position_outside', { lng: outside.lng, lat: outside.lat })
}

function withChanges(before: PlanRecord, changes: PlanChanges): PlanFields {
  const { name, note, service, visibility, sites, retired } = before
  const kept = { name, note, service, visibility, sites, retired }
  const after = toFields({ ...kept, ...changes })
  if (JSON.stringify(after) === JSON.stringify(toFields(kept))) throw new AppError('nothing_changed')
  return after
}

function toFields({ name, note, sites, service, visibility, retired }: PlanFields): PlanFields {
  const line = toPlainText(name, 'line')
  if (line === null || line === '')
    throw new AppError('value_invalid', { field: 'name', expected: 'plain_text' })
  return {
    name: line,
    note: note === null ? null : toNote(note),
    service,
    visibility,
    sites: sites.map(({ lng, lat, radius_m }) => ({
      lng: toStoredDegrees(lng),
      lat: toStoredDegrees(lat),
      radius_m,
    })),
    retired,
  }
}
