/** Under which name does a connection keep the plan of a statement? */
import { createHash } from 'node:crypto'

/** So many statements are kept by every connection; what an odd filter makes of a statement beyond them is planned anew. */
const most = 400

const names = new Map<string, string>()

/** Undefined where enough are kept already. */
export function toStatementName(planned: string, sql: string): string | undefined {
  const key = `${planned}:${sql}`
  const known = names.get(key)
  if (known !== undefined || names.size >= most) return known
  const name = createHash('sha256').update(key).digest('hex').slice(0, 32)
  names.set(key, name)
  return name
}
