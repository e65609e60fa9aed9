/** Does a step say what its move needs, and nothing that it may not say? */
import { isIsoDate } from '../dates.ts'
import { AppError } from '../errors.ts'
import type { Blocker } from '../gaps/blockers.ts'
import { requirePastDay } from '../inventory/village-edit.ts'
import { toPlainText } from '../plain-text.ts'
import type { PlannedService, Service } from '../coverage/states.ts'
import { listNameable } from './fulfilment.ts'
import { getMove, moveDetails, type AssignmentMoveName, type LocalAnswer } from './lifecycle.ts'

export interface StepDetails {
  readonly blocker?: Blocker
  readonly text?: string
  readonly reason?: string
  readonly technologies?: readonly Service[]
  readonly happened_on?: string
  /** Null takes a promise back. */
  readonly built_promised_on?: string | null
  readonly on_air_promised_on?: string | null
  readonly answer?: LocalAnswer
}

export interface AssignmentStep extends StepDetails {
  readonly move: AssignmentMoveName
}

/** The same step with composed, trimmed texts; one that is blank is not said. Throws for what nobody can see. */
export function cleanStep({ text, reason, ...rest }: AssignmentStep): AssignmentStep {
  return { ...rest, ...cleanText('text', text), ...cleanText('reason', reason) }
}

function cleanText(field: 'text' | 'reason', given: string | undefined): StepDetails {
  if (given === undefined) return {}
  const text = toPlainText(given, 'lines')
  if (text === null) throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return text === '' ? {} : { [field]: text }
}

/** Throws `value_invalid` with the first field that is missing, does not belong to the move or cannot be so. */
export function requireStepDetails(step: AssignmentStep, service: PlannedService, today: string): void {
  const { needs, may } = getMove(step.move)
  for (const field of moveDetails) {
    const value = step[field]
    if (needs.includes(field) && value === undefined) refuseDetail(field, null, 'required')
    if (value === undefined || needs.includes(field) || may.includes(field)) continue
    refuseDetail(field, toShown(value), [...needs, ...may].join(' | ') || 'none')
  }
  if (step.move === 'promise' && (step.built_promised_on ?? step.on_air_promised_on ?? null) === null) {
    refuseDetail('on_air_promised_on', null, 'required')
  }
  requirePastDay('happened_on', step.happened_on ?? null, today)
  requireDay('built_promised_on', step.built_promised_on ?? null)
  requireDay('on_air_promised_on', step.on_air_promised_on ?? null)
  const nameable = listNameable(service)
  const other = step.technologies?.find((technology) => !nameable.includes(technology))
  if (other !== undefined) refuseDetail('technologies', other, nameable.join(' | '))
}

function requireDay(field: string, day: string | null): void {
  if (day !== null && (!isIsoDate(day) || day < '1900-01-01')) refuseDetail(field, day, 'YYYY-MM-DD')
}

function toShown(value: string | null | readonly string[]): string | null {
  return value === null || typeof value === 'string' ? value : value.join(' ')
}

function refuseDetail(field: string, value: string | null, expected: string): never {
  throw new AppError('value_invalid', { field, value, expected })
}
