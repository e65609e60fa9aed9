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

/** What is noted beside a statement. */
export function toNote(given: string | undefined): string | null {
  if (given === undefined) return null
  const note = toPlainText(given, 'lines')
  if (note === null) throw new AppError('value_invalid', { field: 'note', expected: 'plain_text' })
  return note === '' ? null : note
}
