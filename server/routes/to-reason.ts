/** Why was it changed? The reason as the audit log can keep it. */
import { AppError } from '../../core/errors.ts'
import { toPlainText } from '../../core/plain-text.ts'

/** Null where none is given. */
export function toReason(given: string | undefined): string | null {
  if (given === undefined) return null
  const reason = toPlainText(given, 'lines')
  if (reason === null) throw new AppError('value_invalid', { field: 'reason', expected: 'plain_text' })
  return reason === '' ? null : reason
}
