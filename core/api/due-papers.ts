/** Which papers are owed by whom and when, what is known of each, and what may be done about it? */
import { Type } from 'typebox'
import { paperOwers } from '../duties/owed-papers.ts'
import { paperMoveNames, paperStates } from '../duties/paper-lifecycle.ts'
import { paperStandings } from '../duties/paper-standing.ts'
import { unitKinds } from '../inventory/admin-units.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type BodyOf, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const code = Type.String({ pattern: '^[a-z0-9-]{1,60}$' })
const longText = Type.String({ maxLength: 2000 })
const accounts = ['viewer', 'local', 'carrier', 'staff', 'admin'] as const

const paper = Type.Object({
  id: toNullable(Type.Integer({ description: 'null: nothing is recorded of it' })),
  duty_code: Type.String(),
  title: Type.String(),
  act_code: Type.String(),
  act_number: toNullable(Type.String()),
  act_title: Type.String(),
  clause: toNullable(Type.String({ description: 'where the act says so' })),
  quote: toNullable(Type.String({ description: 'in which words' })),
  note: toNullable(Type.String()),
  owed_by: toEnum(paperOwers),
  ower_code: toNullable(Type.String({ description: 'carrier or district; null: the Sở' })),
  ower_name: toNullable(Type.String()),
  ower_kind: toNullable(toEnum(unitKinds)),
  ower_valid_to: toNullable(
    Type.String({ description: 'a district that is no more owes nothing after this day' }),
  ),
  year: Type.Integer({ description: 'of the day by which it is owed; 0 where the act sets none' }),
  due_on: toNullable(Type.String({ description: 'null: the act sets none' })),
  state: toEnum(paperStates),
  standing: toEnum(paperStandings),
  days_late: Type.Integer({ description: '0 also where nothing is recorded' }),
  sent_on: toNullable(Type.String()),
  number: toNullable(Type.String()),
  text: toNullable(Type.String()),
  reason: toNullable(Type.String()),
  version: Type.Integer({ description: '1: nothing is recorded of it' }),
  moves: Type.Array(toEnum(paperMoveNames), { description: 'open to the reader now' }),
})

const examplePaper = {
  id: 3,
  duty_code: 'ke-hoach-4638-doanh-nghiep-hang-nam',
  title: 'Kế hoạch hằng năm của doanh nghiệp',
  act_code: 'ke-hoach-4638',
  act_number: '4638/KH-UBND',
  act_title: 'Kế hoạch Phát triển hạ tầng viễn thông',
  clause: 'Phần V, mục 8',
  quote: 'hoàn thành trước ngày 30 tháng 11 hằng năm',
  note: null,
  owed_by: 'carrier',
  ower_code: 'alpha',
  ower_name: 'Alpha',
  ower_kind: null,
  ower_valid_to: null,
  year: 2021,
  due_on: '2021-11-30',
  state: 'accepted',
  standing: 'sent_late',
  days_late: 4,
  sent_on: '2021-12-04',
  number: '12/KH-AL',
  text: null,
  reason: null,
  version: 3,
  moves: ['reopen'],
}

const event = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  actor: toNullable(Type.String({ description: 'display name, where the reader may know who it is' })),
  actor_role: Type.String(),
  move: Type.String(),
  from_state: Type.String(),
  to_state: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
})

export const listDuePapers = defineEndpoint({
  method: 'GET',
  path: paths.listDuePapers,
  tag: 'records',
  access: accounts,
  summary: 'The register of papers that are owed: by whom, by when, and what is known of each',
  description:
    'A carrier reads its own, an UBND bound to a huyện its own, planners and the Sở all. A duty that comes back every year ' +
    'makes one paper of each year, up to the next one. A paper of which nothing is recorded has `state` `unrecorded`; past ' +
    'its day its `standing` is `unknown`, which does not say that it was not sent.',
  example: { today: '2022-01-15', papers: [examplePaper] },
  response: Type.Object({ today: Type.String(), papers: Type.Array(paper) }),
})

export const getDuePaper = defineEndpoint({
  method: 'GET',
  path: paths.getDuePaper,
  tag: 'records',
  access: accounts,
  summary: 'One recorded paper with every step',
  description: 'Only papers of which something is recorded have an id.',
  example: {
    paper: examplePaper,
    events: [
      {
        id: 5,
        at: '2021-12-04T03:00:00Z',
        actor: 'Trần Văn Alpha',
        actor_role: 'carrier',
        move: 'hand_in',
        from_state: 'unrecorded',
        to_state: 'handed_in',
        details: { sent_on: '2021-12-04', number: '12/KH-AL' },
      },
    ],
  },
  params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
  response: Type.Object({ paper, events: Type.Array(event) }),
})

export const moveDuePaper = defineEndpoint({
  method: 'POST',
  path: paths.moveDuePaper,
  tag: 'edits',
  access: ['local', 'carrier', 'staff', 'admin'],
  needsVersion: true,
  summary: 'Take a step with a paper that is owed',
  description:
    'The paper is named by its duty, who owes it and the year. Refused: one that nobody owes or that is not the caller’s ' +
    '(`paper_not_owed`), a move that is not open from this state or to this role (`move_not_open`), a detail that is missing ' +
    'or does not belong to the move (`value_invalid`).',
  example: { paper: examplePaper },
  body: Type.Object(
    {
      duty_code: code,
      ower_code: toNullable(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })),
      year: Type.Integer({ minimum: 0, maximum: 2200 }),
      move: toEnum(paperMoveNames),
      sent_on: Type.Optional(day),
      number: Type.Optional(Type.String({ maxLength: 100 })),
      text: Type.Optional(longText),
      reason: Type.Optional(longText),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ paper }),
})

const dutyFields = {
  code,
  act_code: code,
  title: Type.String({ minLength: 1, maxLength: 300 }),
  owed_by: toEnum(paperOwers),
}

export const createPaperDuty = defineEndpoint({
  method: 'POST',
  path: paths.createPaperDuty,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Record a duty that an act sets: who owes which paper by when',
  description:
    'Owed once by `due_on`, or on `yearly_day` (`11-30`) of every year between `first_on` and `last_on`; neither where the ' +
    'act sets no day. `owed_codes` names the carriers or districts that owe it; left out, all do. The act must be there ' +
    '(`act_not_found`), also one that assigns no village. The same duty again answers `duty_exists` and changes nothing.',
  example: { duty: { code: 'ke-hoach-2026-hang-nam', papers: 5 } },
  body: Type.Object(
    {
      ...dutyFields,
      owed_codes: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z0-9-]{1,40}$' }), { maxItems: 200 })),
      due_on: Type.Optional(toNullable(day)),
      yearly_day: Type.Optional(
        toNullable(Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' })),
      ),
      first_on: Type.Optional(toNullable(day)),
      last_on: Type.Optional(toNullable(day)),
      clause: Type.Optional(toNullable(Type.String({ maxLength: 200 }))),
      quote: Type.Optional(toNullable(longText)),
      note: Type.Optional(toNullable(longText)),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    duty: Type.Object({
      code: Type.String(),
      papers: Type.Integer({ description: 'that are listed because of it today' }),
    }),
  }),
})

export type DuePaper = ResponseOf<typeof getDuePaper>['paper']
export type DuePaperEvent = ResponseOf<typeof getDuePaper>['events'][number]
export type DuePaperMove = BodyOf<typeof moveDuePaper>
export type NewPaperDuty = BodyOf<typeof createPaperDuty>
