/** Is the database out of reach, or was the statement wrong? The first is expected and told apart. */
import { AppError } from '../../core/errors.ts'

/** Codes of the system and of PostgreSQL that mean: no connection now. */
const unavailableCodes =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|EACCES|08...|28...|3D000|53300|57P0[1-5])$/

/** What `pg` says without a code. */
const unavailableTexts =
  /connection (terminated|timeout)|timeout exceeded when trying to connect|not queryable|Client was closed|SSL/i

/**
 * Rethrows; a lost or refused connection as `database_unavailable` with the reason's code only, because the text may
 * hold the address with the password.
 */
export function toUnavailable(error: unknown): never {
  const reason = findReason(error)
  if (reason !== null) throw new AppError('database_unavailable', { reason })
  throw error
}

function findReason(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  // Node tries all addresses of a host and reports them together.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const code = first instanceof Error && 'code' in first ? String(first.code) : ''
  if (unavailableCodes.test(code)) return code
  if (code === '' && unavailableTexts.test(error.message)) return 'connection_lost'
  return null
}
