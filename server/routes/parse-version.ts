/** From which version of a record does a change start? */
import { AppError } from '../../core/errors.ts'

/** `"3"` of an If-Match header. A change that does not say where it starts from could undo another's unseen. */
export function parseVersion(ifMatch: string | undefined): number {
  if (ifMatch === undefined || ifMatch === '') throw new AppError('version_required', { field: 'If-Match' })
  const [, digits] = /^"([1-9]\d{0,8})"$/.exec(ifMatch.trim()) ?? []
  if (digits === undefined) {
    throw new AppError('parameter_invalid', {
      field: 'If-Match',
      value: ifMatch.slice(0, 40),
      expected: '"3"',
    })
  }
  return Number(digits)
}
