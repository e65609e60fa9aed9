/** Does a step with a challenge say what its move needs, and nothing that it may not say? */
import { AppError } from '../errors.ts'
import { requirePastDay } from '../inventory/village-edit.ts'
import { toPlainText } from '../plain-text.ts'
import {
  challengeDetails,
  getChallengeMove,
  type ChallengeAnswer,
  type ChallengeMoveName,
  type ChallengeOutcome,
} from './lifecycle.ts'

export interface ChallengeStep {
  readonly move: ChallengeMoveName
  readonly answer?: ChallengeAnswer
  readonly text?: string
  readonly reason?: string
  readonly outcome?: ChallengeOutcome
  readonly happened_on?: string
  readonly into_id?: number
}

/** The same step with composed, trimmed texts; one that is blank is not said. Throws for what nobody can see. */
export function cleanChallengeStep({ text, reason, ...rest }: ChallengeStep): ChallengeStep {
  const cleaned = { text: toSaid('text', text), reason: toSaid('reason', reason) }
  return {
    ...rest,
    ...(cleaned.text === null ? {} : { text: cleaned.text }),
    ...(cleaned.reason === null ? {} : { reason: cleaned.reason }),
  }
}

/** Null where nothing is said. */
export function toSaid(field: string, given: string | undefined): string | null {
  if (given === undefined) return null
  const text = toPlainText(given, 'lines')
  if (text === null) throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return text === '' ? null : text
}

/** Throws `value_invalid` with the first field that is missing, does not belong to the move or cannot be so. */
export function requireChallengeDetails(step: ChallengeStep, today: string): void {
  const { needs, may } = getChallengeMove(step.move)
  for (const field of challengeDetails) {
    const value = step[field]
    if (needs.includes(field) && value === undefined) {
      throw new AppError('value_invalid', { field, value: null, expected: 'required' })
    }
    if (value === undefined || needs.includes(field) || may.includes(field)) continue
    throw new AppError('value_invalid', { field, value, expected: [...needs, ...may].join(' | ') })
  }
  requirePastDay('happened_on', step.happened_on ?? null, today)
}
