/** Who says that a carrier’s coverage is not what it reports, what does the carrier answer, and what is found? */
import { Type } from 'typebox'
import {
  challengeAnswers,
  challengeMoveNames,
  challengeOutcomes,
  challengeStates,
} from '../challenges/lifecycle.ts'
import { services, statementStates } from '../coverage/states.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type BodyOf, type ResponseOf } from './endpoint.ts'
import { carrierCode } from './parameters.ts'
import { paths } from './paths.ts'

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })
const longText = Type.String({ maxLength: 2000 })
const id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const accounts = ['viewer', 'local', 'carrier', 'staff', 'admin'] as const

const challenge = Type.Object({
  id: Type.Integer(),
  village_id: Type.Integer(),
  village_name: Type.String(),
  commune_name: Type.String(),
  district_code: Type.String(),
  district_name: Type.String(),
  carrier_code: Type.String(),
  service: toEnum(services),
  observed_state: toEnum(statementStates),
  observed_on: Type.String(),
  text: Type.String(),
  reported_by: toEnum(['local', 'person'] as const),
  reporter_unit: toNullable(Type.String({ description: 'of an UBND' })),
  reporter: toNullable(Type.String({ description: 'display name: for the Sở alone' })),
  is_own: Type.Boolean({ description: 'the reader reported it' }),
  filed_on: Type.String(),
  state: toEnum(challengeStates),
  answer_due_on: toNullable(Type.String({ description: 'the last day for the carrier’s answer' })),
  days_left: toNullable(Type.Integer({ description: 'while an answer is awaited in time' })),
  days_late: Type.Integer({ description: 'of the answer, or of what is still awaited' }),
  answer: toNullable(toEnum(challengeAnswers)),
  answer_text: toNullable(Type.String()),
  answered_on: toNullable(Type.String()),
  outcome: toNullable(toEnum(challengeOutcomes)),
  reason: toNullable(Type.String()),
  decided_on: toNullable(Type.String()),
  merged_into: toNullable(Type.Integer()),
  version: Type.Integer(),
  moves: Type.Array(toEnum(challengeMoveNames), { description: 'open to the reader now' }),
})

const exampleChallenge = {
  id: 4,
  village_id: 3,
  village_name: 'Ẳng Lo 1',
  commune_name: 'Ẳng Lo',
  district_code: '901',
  district_name: 'Mường Lo',
  carrier_code: 'alpha',
  service: '4g',
  observed_state: 'not_covered',
  observed_on: '2025-02-20',
  text: 'Cả bản không có sóng',
  reported_by: 'local',
  reporter_unit: 'Ẳng Lo',
  reporter: null,
  is_own: false,
  filed_on: '2025-02-21',
  state: 'routed',
  answer_due_on: '2025-03-10',
  days_left: 7,
  days_late: 0,
  answer: null,
  answer_text: null,
  answered_on: null,
  outcome: null,
  reason: null,
  decided_on: null,
  merged_into: null,
  version: 2,
  moves: ['answer'],
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
  statement_ids: Type.Array(Type.Integer()),
})

export const listChallenges = defineEndpoint({
  method: 'GET',
  path: paths.listChallenges,
  tag: 'records',
  access: accounts,
  summary: 'Reports that coverage is not what a carrier says, with its clock and its answer',
  description:
    'A carrier reads those that the Sở sent to it, an UBND those of its villages, planners and the Sở all; who reported, the ' +
    'Sở alone. `answer_days` is how long a carrier has, in calendar days after the one on which it was sent.',
  example: { today: '2025-03-03', answer_days: 15, challenges: [exampleChallenge] },
  response: Type.Object({
    today: Type.String(),
    answer_days: Type.Integer(),
    challenges: Type.Array(challenge),
  }),
})

export const getChallenge = defineEndpoint({
  method: 'GET',
  path: paths.getChallenge,
  tag: 'records',
  access: accounts,
  summary: 'One report with every step that the reader may see',
  description: 'Of how it came a carrier reads nothing.',
  example: {
    challenge: exampleChallenge,
    events: [
      {
        id: 5,
        at: '2025-02-23T03:00:00Z',
        actor: 'Cán bộ Sở',
        actor_role: 'staff',
        move: 'route',
        from_state: 'filed',
        to_state: 'routed',
        details: {},
        statement_ids: [],
      },
    ],
  },
  params: Type.Object({ id }),
  response: Type.Object({ challenge, events: Type.Array(event) }),
})

export const fileChallenge = defineEndpoint({
  method: 'POST',
  path: paths.fileChallenge,
  tag: 'edits',
  access: ['viewer', 'local', 'staff', 'admin'],
  summary: 'Report what is really there',
  description:
    'By an UBND of its own villages, or by whoever else has an account that is no carrier’s; the Sở also for a person who ' +
    'came with a letter. The same person again, of the same thing while it is open: `challenge_repeated`.',
  example: { challenge: exampleChallenge },
  body: Type.Object(
    {
      village_id: id,
      carrier_code: carrierCode,
      service: toEnum(services),
      observed_state: toEnum(statementStates),
      observed_on: day,
      text: Type.String({ minLength: 1, maxLength: 2000 }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ challenge }),
})

export const moveChallenge = defineEndpoint({
  method: 'POST',
  path: paths.moveChallenge,
  tag: 'edits',
  access: ['carrier', 'staff', 'admin'],
  needsVersion: true,
  summary: 'Take a step with a report: send it on, answer it, decide it',
  description:
    'Refused: a move that is not open from this state or to this role (`move_not_open`), a decision before the carrier has ' +
    'answered or its days are over (`answer_awaited`), a detail that is missing or does not belong to the move ' +
    '(`value_invalid`). `decide` writes a `verified` statement in the same transaction.',
  example: { challenge: exampleChallenge },
  params: Type.Object({ id }),
  body: Type.Object(
    {
      move: toEnum(challengeMoveNames),
      answer: Type.Optional(toEnum(challengeAnswers)),
      text: Type.Optional(longText),
      reason: Type.Optional(longText),
      outcome: Type.Optional(toEnum(challengeOutcomes)),
      happened_on: Type.Optional(day),
      into_id: Type.Optional(id),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ challenge }),
})

export type Challenge = ResponseOf<typeof getChallenge>['challenge']
export type ChallengeEvent = ResponseOf<typeof getChallenge>['events'][number]
export type NewChallenge = BodyOf<typeof fileChallenge>
