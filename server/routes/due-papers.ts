/** Papers that are owed: read by whoever owes them and by the Sở, handed in, recorded, accepted, waived. */
import type { FastifyInstance } from 'fastify'
import {
  createPaperDuty,
  getDuePaper,
  listDuePapers,
  moveDuePaper,
  type DuePaper,
  type DuePaperMove,
  type NewPaperDuty,
} from '../../core/api/due-papers.ts'
import { isIsoDate } from '../../core/dates.ts'
import { cleanPaperStep } from '../../core/duties/paper-details.ts'
import { AppError } from '../../core/errors.ts'
import { toPlainText, type TextShape } from '../../core/plain-text.ts'
import type { Context } from '../context.ts'
import { change } from '../db/change.ts'
import { listDuePaperEvents, listDuePapers as listPapers } from '../db/due-papers.ts'
import { moveDuePaper as movePaper } from '../db/move-due-paper.ts'
import { findMissingParts, insertPaperDuty } from '../db/paper-duties.ts'
import { addEndpoint } from './add-endpoint.ts'
import { requireDay, toDays } from './days.ts'

export function addDuePapers(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, listDuePapers, async ({ actor }) => {
    const { today } = toDays(undefined)
    return as(actor).transaction(async (client) => ({
      today,
      papers: await listPapers(client, actor, today),
    }))
  })
  addEndpoint(app, getDuePaper, async ({ actor, params: { id } }) =>
    as(actor).transaction(async (client) => {
      const papers = await listPapers(client, actor, toDays(undefined).today)
      const paper = papers.find((known) => known.id === id)
      if (paper === undefined) throw new AppError('paper_not_owed', { value: id })
      return { paper, events: await listDuePaperEvents(client, id) }
    }),
  )
  addEndpoint(app, moveDuePaper, async ({ actor, body, version, request_id }) => {
    const { duty_code, ower_code, year, ...given } = body
    const step = cleanPaperStep(given)
    const { today } = toDays(undefined)
    return change(as(actor), async (client) => {
      const paper = requirePaper(await listPapers(client, actor, today), body)
      const entry = await movePaper(client, { paper, version, step, actor, today, request_id })
      const moved = requirePaper(await listPapers(client, actor, today), { duty_code, ower_code, year })
      return { entries: [entry], result: { paper: moved } }
    })
  })
  addDuties(app, as)
}

function addDuties(app: FastifyInstance, as: Context['as']): void {
  addEndpoint(app, createPaperDuty, async ({ actor, body, request_id }) => {
    const duty = toCleanDuty(body)
    return change(as(actor), async (client) => {
      const { has_act, unknown_code } = await findMissingParts(client, duty)
      if (!has_act) throw new AppError('act_not_found', { field: 'act_code', value: duty.act_code })
      if (unknown_code !== null) refuse('owed_codes', unknown_code, duty.owed_by)
      if (!(await insertPaperDuty(client, duty))) {
        throw new AppError('duty_exists', { field: 'code', value: duty.code })
      }
      const papers = await listPapers(client, actor, toDays(undefined).today)
      const { length } = papers.filter(({ duty_code }) => duty_code === duty.code)
      const entry = { action: 'create', noun: 'due_papers', after: { ...duty, name: duty.title }, request_id }
      return { entries: [entry], result: { duty: { code: duty.code, papers: length } } }
    })
  })
}

function requirePaper(
  papers: readonly DuePaper[],
  { duty_code, ower_code, year }: Pick<DuePaperMove, 'duty_code' | 'ower_code' | 'year'>,
): DuePaper {
  const found = papers.find(
    (known) => known.duty_code === duty_code && known.ower_code === ower_code && known.year === year,
  )
  if (found === undefined) throw new AppError('paper_not_owed', { value: duty_code, ower_code, year })
  return found
}

/** A day that the calendar has, either once or every year, and texts that can be read. */
function toCleanDuty(duty: NewPaperDuty): NewPaperDuty {
  for (const field of ['due_on', 'first_on', 'last_on'] as const) {
    const day = duty[field] ?? null
    if (day !== null) requireDay(field, day)
  }
  const { due_on = null, yearly_day = null, first_on = null, last_on = null } = duty
  if (yearly_day !== null && due_on !== null) refuse('yearly_day', yearly_day, 'due_on | yearly_day')
  if (yearly_day !== null && first_on === null) refuse('first_on', null, 'required')
  // A year that has 29 February.
  if (yearly_day !== null && !isIsoDate(`2020-${yearly_day}`)) refuse('yearly_day', yearly_day, 'MM-DD')
  if (first_on !== null && last_on !== null && last_on < first_on)
    refuse('last_on', last_on, `>= ${first_on}`)
  return {
    ...duty,
    title: toText('title', duty.title, 'line'),
    ...(typeof duty.clause === 'string' ? { clause: toText('clause', duty.clause, 'line') } : {}),
    ...(typeof duty.quote === 'string' ? { quote: toText('quote', duty.quote, 'lines') } : {}),
    ...(typeof duty.note === 'string' ? { note: toText('note', duty.note, 'lines') } : {}),
  }
}

function toText(field: string, given: string, shape: TextShape): string {
  const text = toPlainText(given, shape)
  if (text === null || text === '') throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return text
}

function refuse(field: string, value: string | null, expected: string): never {
  throw new AppError('value_invalid', { field, value, expected })
}
