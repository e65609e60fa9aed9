/** Under which name does a connection keep the plan of a statement? */
import { createHash } from 'node:crypto'

/** So many statements are kept by every connection; what an odd filter makes of a statement beyond them is planned anew. */
const most = 400

/** By what the plans are kept for, and by the statement. */
const names = new Map<string, Map<string, string>>()
let count = 0

/** Undefined where enough are kept already. */
export function toStatementName(planned: string, sql: string): string | undefined {
  const ofPlanned = names.get(planned) ?? new Map<string, string>()
  const known = ofPlanned.get(sql)
  if (known !== undefined || count >= most) return known
  const name = createHash('sha256').update(`${planned}:${sql}`).digest('hex').slice(0, 32)
  names.set(planned, ofPlanned.set(sql, name))
  count += 1
  return name
}
