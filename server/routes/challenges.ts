/** Reports that coverage is not what a carrier says: filed, sent on, answered, decided. */
import type { FastifyInstance } from 'fastify'
import {
  fileChallenge,
  getChallenge,
  listChallenges,
  moveChallenge,
  type Challenge,
} from '../../core/api/challenges.ts'
import { cleanChallengeStep, toSaid } from '../../core/challenges/details.ts'
import { AppError } from '../../core/errors.ts'
import { requirePastDay } from '../../core/inventory/village-edit.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Context } from '../context.ts'
import { findChallenge, listChallengeEvents, listChallenges as listRows } from '../db/challenges.ts'
import { change } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { fileChallenge as fileRow } from '../db/file-challenge.ts'
import { moveChallenge as moveRow } from '../db/move-challenge.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'

export function addChallenges(app: FastifyInstance, { as, config }: Context): void {
  const answer_days = config.challengeAnswerDays
  addEndpoint(app, listChallenges, async ({ actor }) => {
    const { today } = toDays(undefined)
    const challenges = await as(actor).transaction((client) => listRows(client, { actor, today }))
    return { today, answer_days, challenges }
  })
  addEndpoint(app, getChallenge, async ({ actor, params: { id } }) =>
    as(actor).transaction(async (client) => ({
      challenge: await requireChallenge(client, actor, id),
      events: await listChallengeEvents(client, id),
    })),
  )
  addEndpoint(app, fileChallenge, async ({ actor, body, request_id }) => {
    const text = toSaid('text', body.text)
    if (text === null)
      throw new AppError('value_invalid', { field: 'text', value: null, expected: 'required' })
    requirePastDay('observed_on', body.observed_on, toDays(undefined).today)
    return change(as(actor), async (client) => {
      const { id, entry } = await fileRow(client, { challenge: { ...body, text }, actor, request_id })
      return { entries: [entry], result: { challenge: await requireChallenge(client, actor, id) } }
    })
  })
  addEndpoint(app, moveChallenge, async ({ actor, params: { id }, body, version, request_id }) => {
    const step = cleanChallengeStep(body)
    const { today } = toDays(undefined)
    return change(as(actor), async (client) => {
      const entries = await moveRow(client, { id, version, step, actor, today, answer_days, request_id })
      return { entries, result: { challenge: await requireChallenge(client, actor, id) } }
    })
  })
}

async function requireChallenge(client: Client, actor: Actor, id: number): Promise<Challenge> {
  const challenge = await findChallenge(client, { id, actor, today: toDays(undefined).today })
  if (challenge === null) throw new AppError('challenge_not_found', { value: id })
  return challenge
}
