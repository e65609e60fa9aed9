/** Does a step with a paper say what its move needs, and nothing that it may not say? */
import { AppError } from '../errors.ts'
import { requirePastDay } from '../inventory/village-edit.ts'
import { toPlainText } from '../plain-text.ts'
import { getPaperMove, paperDetails, type PaperMoveName } from './paper-lifecycle.ts'

export interface PaperStep {
  readonly move: PaperMoveName
  readonly sent_on?: string
  readonly number?: string
  readonly text?: string
  readonly reason?: string
}

/** The same step with composed, trimmed texts; one that is blank is not said. Throws for what nobody can see. */
export function cleanPaperStep({ move, sent_on, number, text, reason }: PaperStep): PaperStep {
  return {
    move,
    ...(sent_on === undefined ? {} : { sent_on }),
    ...cleanText('number', number, 'line'),
    ...cleanText('text', text, 'lines'),
    ...cleanText('reason', reason, 'lines'),
  }
}

function cleanText(
  field: 'number' | 'text' | 'reason',
  given: string | undefined,
  form: 'line' | 'lines',
): Partial<PaperStep> {
  if (given === undefined) return {}
  const text = toPlainText(given, form)
  if (text === null) throw new AppError('value_invalid', { field, expected: 'plain_text' })
  return text === '' ? {} : { [field]: text }
}

/** Throws `value_invalid` with the first field that is missing, does not belong to the move or cannot be so. */
export function requirePaperDetails(step: PaperStep, today: string): void {
  const { needs, may } = getPaperMove(step.move)
  for (const field of paperDetails) {
    const value = step[field]
    if (needs.includes(field) && value === undefined) {
      throw new AppError('value_invalid', { field, value: null, expected: 'required' })
    }
    if (value === undefined || needs.includes(field) || may.includes(field)) continue
    const expected = [...needs, ...may].join(' | ') || 'none'
    throw new AppError('value_invalid', { field, value, expected })
  }
  requirePastDay('sent_on', step.sent_on ?? null, today)
}
