/** What did somebody try out and keep? Trial sites under a name, private or shared. */
import { Type } from 'typebox'
import { circleRadius_m } from '../coverage/site-circle.ts'
import { mostTrialSites } from '../coverage/trial.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type BodyOf, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

/** Services that a site can give: a cable has no circle. */
export const planServices = ['2g', '3g', '4g', '5g', 'mobile', 'any', '2g-only', 'fibre-or-4g'] as const
export const planVisibilities = ['private', 'shared'] as const

/** Who may save; everybody may try out, and share that by link. */
const planners = ['viewer', 'carrier', 'staff', 'admin'] as const

const sites = Type.Array(
  Type.Object(
    {
      lng: Type.Number({ minimum: -180, maximum: 180 }),
      lat: Type.Number({ minimum: -90, maximum: 90 }),
      radius_m: Type.Integer({ minimum: circleRadius_m.least, maximum: circleRadius_m.greatest }),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: mostTrialSites },
)

const fields = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  note: toNullable(Type.String({ maxLength: 2000 })),
  service: toEnum(planServices),
  visibility: toEnum(planVisibilities),
  sites,
}

const plan = Type.Object({
  id: Type.Integer(),
  ...fields,
  retired: Type.Boolean(),
  version: Type.Integer(),
  changed_at: Type.String(),
  owner: toNullable(Type.String({ description: 'where the reader may know who it is' })),
  is_own: Type.Boolean(),
})

const examplePlan = {
  id: 3,
  name: 'Ba trạm dọc biên',
  note: null,
  service: '4g',
  visibility: 'shared',
  sites: [{ lng: 12.1, lat: 40.1, radius_m: 3000 }],
  retired: false,
  version: 1,
  changed_at: '2026-11-24T01:00:00Z',
  owner: 'Cán bộ quy hoạch',
  is_own: true,
}

const params = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })

export const listPlans = defineEndpoint({
  method: 'GET',
  path: paths.listPlans,
  tag: 'records',
  access: 'signed-in',
  summary: 'Plans of trial sites: one’s own and those that are shared',
  description:
    'The latest changed first; those put away are left out. A private plan is listed for its owner alone.',
  example: { plans: [examplePlan] },
  response: Type.Object({ plans: Type.Array(plan) }),
})

export const getPlan = defineEndpoint({
  method: 'GET',
  path: paths.getPlan,
  tag: 'records',
  summary: 'One plan of trial sites',
  description: 'A shared one for everybody; a private one answers others as one that does not exist.',
  example: { plan: examplePlan },
  params,
  response: Type.Object({ plan }),
})

export const createPlan = defineEndpoint({
  method: 'POST',
  path: paths.createPlan,
  tag: 'edits',
  access: planners,
  summary: 'Save trial sites as a named plan',
  description:
    'Refused: a trial site outside the province (`position_outside`), a radius outside 500 m to 30 km.',
  example: { plan: examplePlan },
  body: Type.Object(
    { ...fields, note: Type.Optional(fields.note), visibility: Type.Optional(fields.visibility) },
    { additionalProperties: false },
  ),
  response: Type.Object({ plan }),
})

export const updatePlan = defineEndpoint({
  method: 'PATCH',
  path: paths.updatePlan,
  tag: 'edits',
  access: planners,
  summary: 'Rename a plan, change its sites, share it, put it away or take it back',
  description: 'By its owner alone. `retired` puts it away: nothing is deleted.',
  needsVersion: true,
  example: { plan: examplePlan },
  params,
  body: Type.Partial(Type.Object({ ...fields, retired: Type.Boolean() }), { additionalProperties: false }),
  response: Type.Object({ plan }),
})

export type PlanRecord = ResponseOf<typeof getPlan>['plan']
export type PlanFields = Pick<PlanRecord, keyof typeof fields | 'retired'>
export type PlanChanges = BodyOf<typeof updatePlan>
