/** Which village is whose, how far is it, and what may be done about it? The register, its steps and its acts. */
import { Type } from 'typebox'
import { assignmentMoveNames, assignmentStates, localAnswers } from '../assignments/lifecycle.ts'
import { coverageStates, plannedServices, services } from '../coverage/states.ts'
import { blockers } from '../gaps/blockers.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type BodyOf, type QueryOf, type ResponseOf } from './endpoint.ts'
import { carrierCode, unitCode } from './parameters.ts'
import { paths } from './paths.ts'

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const code = Type.String({ pattern: '^[a-z0-9-]{1,60}$' })
const longText = Type.String({ maxLength: 2000 })
const recordId = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) })

/** Between the carrier, the Sở and the UBND of the village; absent for whoever else. */
const progress = Type.Object({
  state: toEnum(assignmentStates),
  blocker: toNullable(toEnum(blockers)),
  text: toNullable(Type.String()),
  technologies: Type.Array(toEnum(services)),
  built_promised_on: toNullable(Type.String()),
  on_air_promised_on: toNullable(Type.String()),
  built_on: toNullable(Type.String()),
  on_air_on: toNullable(Type.String()),
  reason: toNullable(Type.String()),
  local_asked_at: toNullable(Type.String()),
  local_answer: toNullable(toEnum(localAnswers)),
  local_answered_on: toNullable(Type.String()),
  submitted_at: toNullable(Type.String()),
  decided_at: toNullable(Type.String()),
  version: Type.Integer(),
})

const assignment = Type.Object({
  id: Type.Integer(),
  act_code: Type.String(),
  act_id: Type.Integer({ description: 'its files belong to it' }),
  act_title: Type.String(),
  act_number: toNullable(Type.String()),
  act_issued_on: toNullable(Type.String()),
  row_no: Type.Integer(),
  village_printed: Type.String(),
  commune_printed: Type.String(),
  district_printed: Type.String(),
  village_id: toNullable(Type.Integer()),
  village_name: toNullable(Type.String()),
  district_code: toNullable(Type.String()),
  district_name: toNullable(Type.String()),
  commune_code: toNullable(Type.String()),
  commune_name: toNullable(Type.String()),
  commune_2025_code: toNullable(Type.String()),
  households: toNullable(Type.Integer()),
  population: toNullable(Type.Integer()),
  grid_power: toNullable(Type.Boolean()),
  road_access: toNullable(toEnum(['car', 'motorbike', 'foot'] as const)),
  carrier_code: Type.String(),
  service: toEnum(plannedServices),
  built_due_on: toNullable(Type.String({ description: 'null: the act sets none' })),
  due_on: toNullable(Type.String({ description: 'on air by then; null: the act sets none' })),
  withdrawn_by: toNullable(Type.String({ description: 'the later act that took it back' })),
  replaced_by: toNullable(Type.Integer({ description: 'the row of a later act in its place' })),
  coverage_state: toEnum(coverageStates),
  is_sample: Type.Boolean(),
  progress: toNullable(progress),
})

const exampleAssignment = {
  id: 12,
  act_code: 'ke-hoach-4638-phu-luc-2',
  act_id: 2,
  act_title: 'Kế hoạch 4638/KH-UBND, Phụ lục 2',
  act_number: '4638/KH-UBND',
  act_issued_on: '2020-12-15',
  row_no: 1,
  village_printed: 'Ẳng Lo 1',
  commune_printed: 'Xã Ẳng Lo',
  district_printed: 'Huyện Mường Lo',
  village_id: 3,
  village_name: 'Ẳng Lo 1',
  district_code: '901',
  district_name: 'Mường Lo',
  commune_code: '90101',
  commune_name: 'Ẳng Lo',
  commune_2025_code: '90101',
  households: 64,
  population: 320,
  grid_power: false,
  road_access: 'motorbike',
  carrier_code: 'alpha',
  service: 'mobile',
  built_due_on: null,
  due_on: '2021-12-31',
  withdrawn_by: null,
  replaced_by: null,
  coverage_state: 'not_covered',
  is_sample: true,
  progress: {
    state: 'building',
    blocker: null,
    text: 'đã đổ móng cột',
    technologies: [],
    built_promised_on: '2021-10-01',
    on_air_promised_on: '2021-11-15',
    built_on: null,
    on_air_on: null,
    reason: null,
    local_asked_at: null,
    local_answer: null,
    local_answered_on: null,
    submitted_at: null,
    decided_at: null,
    version: 3,
  },
}

const event = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  actor: toNullable(Type.String({ description: 'display name, where the reader may know who it is' })),
  actor_role: toNullable(Type.String()),
  move: Type.String({ description: 'a move of the table, or amended, withdrawn, reassigned by a later act' }),
  from_state: Type.String(),
  to_state: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
  statement_ids: Type.Array(Type.Integer()),
})

const exampleEvent = {
  id: 5,
  at: '2021-05-02T03:00:00Z',
  actor: 'Trần Văn Alpha',
  actor_role: 'carrier',
  move: 'build',
  from_state: 'permitting',
  to_state: 'building',
  details: { text: 'đã đổ móng cột' },
  statement_ids: [],
}

export const listAssignments = defineEndpoint({
  method: 'GET',
  path: paths.listAssignments,
  tag: 'records',
  summary: 'Assigned villages: the act, the carrier, the deadline, and how far it is',
  description:
    'The row is everybody’s. `progress` is null but for the Sở, planners (`viewer`), the carrier of the row and the UBND of ' +
    'its village. A filter by `state` or `blocker` therefore keeps only rows whose progress the reader sees. Rows that a ' +
    'later act took back or replaced are left out unless `include=all`.',
  example: { today: '2021-06-30', assignments: [exampleAssignment] },
  query: Type.Object(
    {
      act: Type.Optional(code),
      carrier: Type.Optional(carrierCode),
      district_code: Type.Optional(unitCode),
      state: Type.Optional(toEnum(assignmentStates)),
      blocker: Type.Optional(toEnum(blockers)),
      include: Type.Optional(toEnum(['current', 'all'] as const)),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ today: Type.String(), assignments: Type.Array(assignment) }),
})

export const getAssignment = defineEndpoint({
  method: 'GET',
  path: paths.getAssignment,
  tag: 'records',
  summary: 'One assigned village with every step that the reader may see',
  description:
    'Steps stand with whoever was assigned then: a carrier that is given the village later reads its own only. `moves` are ' +
    'those open to the reader now.',
  example: {
    assignment: exampleAssignment,
    events: [exampleEvent],
    moves: ['survey', 'apply', 'broadcast', 'block', 'promise'],
  },
  params: recordId,
  response: Type.Object({
    assignment,
    events: Type.Array(event),
    moves: Type.Array(toEnum(assignmentMoveNames)),
  }),
})

/** Which of these a move needs and may say, `core/assignments/lifecycle.ts` tells. */
const moveFields = {
  move: toEnum(assignmentMoveNames),
  blocker: Type.Optional(toEnum(blockers)),
  text: Type.Optional(longText),
  reason: Type.Optional(longText),
  technologies: Type.Optional(Type.Array(toEnum(services), { minItems: 1, maxItems: 5, uniqueItems: true })),
  happened_on: Type.Optional(day),
  built_promised_on: Type.Optional(toNullable(day)),
  on_air_promised_on: Type.Optional(toNullable(day)),
  answer: Type.Optional(toEnum(localAnswers)),
}

const whoMoves = ['local', 'carrier', 'staff', 'admin'] as const

/** Made by the sender, once for each step: the answer may be lost on a weak line and the step be sent again. */
const requestKey = Type.String({ format: 'uuid', description: 'a UUID of the sender’s own for this step' })

export const moveAssignment = defineEndpoint({
  method: 'POST',
  path: paths.moveAssignment,
  tag: 'edits',
  access: whoMoves,
  needsVersion: true,
  summary: 'Take a step with one assigned village',
  description:
    'Refused: a move that is not open from this state or to this role (`move_not_open`), a detail that is missing or does not ' +
    'belong to the move (`value_invalid`), technologies that do not fulfil what was assigned (`technology_insufficient`), a ' +
    'row taken back by a later act (`assignment_withdrawn`). `accept` writes a `verified` statement for every technology ' +
    'named, `reopen` one that it is gone, in the same transaction. The same step of the same sender with the same `key` is ' +
    'taken once: it is answered with the `event` of then, whatever the version is now. A key that stands for another step is ' +
    'refused (`key_taken`).',
  example: { assignment: exampleAssignment, event: exampleEvent },
  params: recordId,
  body: Type.Object({ ...moveFields, key: Type.Optional(requestKey) }, { additionalProperties: false }),
  response: Type.Object({ assignment, event }),
})

export const moveAssignments = defineEndpoint({
  method: 'POST',
  path: paths.moveAssignments,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Take the same step with many assigned villages at once',
  description: 'All or none: the first that is refused is named by `params.assignment_id`.',
  example: { assignments: [exampleAssignment] },
  body: Type.Object(
    {
      items: Type.Array(
        Type.Object(
          { id: recordId.properties.id, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 200 },
      ),
      ...moveFields,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ assignments: Type.Array(assignment) }),
})

const act = Type.Object({
  id: Type.Integer(),
  code: Type.String(),
  title: Type.String(),
  number: toNullable(Type.String()),
  issuer: toNullable(Type.String()),
  issued_on: toNullable(Type.String()),
  rows: Type.Integer({ description: 'that assign a village' }),
})

const exampleAct = {
  id: 2,
  code: 'ke-hoach-4638-phu-luc-2',
  title: 'Kế hoạch 4638/KH-UBND, Phụ lục 2',
  number: '4638/KH-UBND',
  issuer: 'UBND tỉnh',
  issued_on: '2020-12-15',
  rows: 36,
}

export const listActs = defineEndpoint({
  method: 'GET',
  path: paths.listActs,
  tag: 'records',
  summary: 'Legal acts that assign villages',
  description: 'The latest first; an act without a day last.',
  example: { acts: [exampleAct] },
  response: Type.Object({ acts: Type.Array(act) }),
})

const printed = Type.String({ minLength: 1, maxLength: 200 })

export const createAct = defineEndpoint({
  method: 'POST',
  path: paths.createAct,
  tag: 'edits',
  access: ['staff', 'admin'],
  bodyLimit_bytes: 4_000_000,
  summary: 'Record a legal act: the villages it assigns, and what it changes of earlier rows',
  description:
    'Rows stand as printed; `village_code` says which village is meant, null where nobody knows. `changes` amend days, take ' +
    'a row back, or give it to another row of this act. The same act again answers `act_exists` and changes nothing. ' +
    'Refused rows come together as `rows_invalid`.',
  example: { act: exampleAct },
  body: Type.Object(
    {
      code,
      title: Type.String({ minLength: 1, maxLength: 300 }),
      number: Type.Optional(toNullable(Type.String({ maxLength: 100 }))),
      issuer: Type.Optional(toNullable(Type.String({ maxLength: 200 }))),
      issued_on: Type.Optional(toNullable(day)),
      rows: Type.Array(
        Type.Object(
          {
            row_no: Type.Integer({ minimum: 1, maximum: 100_000 }),
            village_printed: printed,
            commune_printed: printed,
            district_printed: printed,
            carrier_code: carrierCode,
            service: toEnum(plannedServices),
            built_due_on: Type.Optional(toNullable(day)),
            due_on: Type.Optional(toNullable(day)),
            village_code: toNullable(Type.String({ pattern: '^[0-9A-Za-z-]{1,40}$' })),
          },
          { additionalProperties: false },
        ),
        { maxItems: 5000 },
      ),
      changes: Type.Optional(
        Type.Array(
          Type.Object(
            {
              act_code: code,
              row_no: Type.Integer({ minimum: 1, maximum: 100_000 }),
              kind: toEnum(['amend', 'withdraw', 'replace'] as const),
              built_due_on: Type.Optional(toNullable(day)),
              due_on: Type.Optional(toNullable(day)),
              /** Of this act, for `replace`. */
              by_row_no: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
            },
            { additionalProperties: false },
          ),
          { maxItems: 5000 },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ act }),
})

export type AssignmentRecord = ResponseOf<typeof getAssignment>['assignment']
export type AssignmentProgress = NonNullable<AssignmentRecord['progress']>
export type AssignmentEvent = ResponseOf<typeof getAssignment>['events'][number]
export type AssignmentFilter = QueryOf<typeof listAssignments>
/** What a move says, apart from the key that it is sent under. */
export type AssignmentStep = Omit<BodyOf<typeof moveAssignment>, 'key'>
export type ActRecord = ResponseOf<typeof listActs>['acts'][number]
export type NewAct = BodyOf<typeof createAct>
