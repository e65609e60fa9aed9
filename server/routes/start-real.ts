/** From sample to real, as an administrator does it on the page; and what is still missing, for whoever brings the lists in. */
import type { FastifyInstance } from 'fastify'
import { createCarrier, getStartReal, startReal } from '../../core/api/start-real.ts'
import { AppError } from '../../core/errors.ts'
import { toPlainText } from '../../core/plain-text.ts'
import { listScreens } from '../../core/readiness/screens.ts'
import { findNextStep, listSteps } from '../../core/readiness/steps.ts'
import { toSearchText } from '../../core/text.ts'
import { hashPassword, requireFitPassword } from '../accounts/passwords.ts'
import type { Context } from '../context.ts'
import { withSystem, type ActingDatabase } from '../db/act-as.ts'
import { insertCarrier } from '../db/carriers.ts'
import { change } from '../db/change.ts'
import { getDataState } from '../db/data-state.ts'
import type { Client } from '../db/database.ts'
import { countRecords } from '../db/record-counts.ts'
import { findProvinceName, removeSample } from '../db/remove-sample.ts'
import { countSample } from '../db/sample-counts.ts'
import { setPasswordHash, type Account } from '../db/users.ts'
import { dropStored } from '../files/drop-stored.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'

export function addStartReal(app: FastifyInstance, { as, config }: Context): void {
  addEndpoint(app, getStartReal, async ({ actor }) =>
    as(actor).transaction(async (client) => {
      const province = await requireProvinceName(client)
      const { title, is_sample } = await getDataState(client)
      const counted = await countSample(client)
      const isMadeUp = is_sample === true || Object.values(counted.removed).some((count) => count > 0)
      const steps = listSteps(await countRecords(client, toDays(undefined).today))
      return {
        province,
        title,
        sample: isMadeUp ? counted : null,
        steps: steps.map((step) => ({ ...step, gaps: [...step.gaps], waits_for: [...step.waits_for] })),
        next_step: findNextStep(steps),
        screens: listScreens(steps).map((screen) => ({ ...screen, missing: [...screen.missing] })),
      }
    }),
  )
  addEndpoint(app, startReal, async ({ actor, body, request_id }, { account }) => {
    const db = as(actor)
    await requireConfirmed(db, body.confirm)
    const own = account?.is_demo === true ? await toPassword(account, body.password) : null
    const { files, ...told } = await removeSample(db, {
      by: 'admin',
      request_id,
      also: async (client) => {
        if (own === null) return []
        await withSystem(client, db.actor, () => setPasswordHash(client, own.id, own.hash))
        return [{ action: 'change_password', noun: 'users', noun_id: String(own.id), request_id }]
      },
    })
    await dropStored(config.uploadsDir, files)
    return { ...told, accounts: [...told.accounts] }
  })
  addCarriers(app, as)
}

function addCarriers(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, createCarrier, async ({ actor, body, request_id }) => {
    const carrier = {
      code: body.code,
      name: toLine('name', body.name),
      letter: toLine('letter', body.letter),
      color: body.color,
      is_sample: false,
    }
    if ([...carrier.letter].length !== 1) {
      throw new AppError('value_invalid', { field: 'letter', value: carrier.letter, expected: 'letter' })
    }
    return change(as(actor), async (client) => {
      if (!(await insertCarrier(client, carrier))) {
        throw new AppError('code_taken', { field: 'code', value: carrier.code })
      }
      const entry = { action: 'create', noun: 'carriers', noun_id: carrier.code, after: carrier, request_id }
      return { result: { carrier }, entries: [entry] }
    })
  })
}

async function requireProvinceName(client: Client): Promise<string> {
  const name = await findProvinceName(client)
  if (name === null) throw new AppError('data_not_loaded')
  return name
}

/** Typed without diacritics it is the same. */
async function requireConfirmed(db: ActingDatabase, confirm: string): Promise<void> {
  const name = await requireProvinceName(db)
  if (toSearchText(confirm) !== toSearchText(name)) {
    throw new AppError('value_invalid', { field: 'confirm', value: confirm, expected: name })
  }
}

/** Of an account that needed none: without one its owner would not come in again. */
async function toPassword(account: Account, password: string | undefined) {
  requireFitPassword(password ?? '', account.username)
  return { id: account.id, hash: await hashPassword(password ?? '') }
}

function toLine(field: string, given: string): string {
  const text = toPlainText(given, 'line')
  if (text === null || text === '') throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return text
}
