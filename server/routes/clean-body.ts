/** Is a body made of what can be kept: composed text without control characters, and numbers that are numbers? */
import { AppError } from '../../core/errors.ts'
import { toNfc } from '../../core/text.ts'
import { toShortText } from '../plugins/short-text.ts'

/** No body of the contract nests deeper. */
const deepest = 12

/** Tabs and ends of lines are for notes and tables; where a name may not hold them, its own rule says so. */
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** The same body with its texts in Unicode NFC. Throws for what no field could take. */
export function toCleanBody(body: unknown): unknown {
  return clean(body, [])
}

function clean(value: unknown, path: readonly string[]): unknown {
  if (path.length > deepest) throw new AppError('body_unreadable', { expected: 'json' })
  if (typeof value === 'string') return toCleanText(value, path)
  // `1e400` is a number in JSON, and Infinity here.
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new AppError('value_invalid', { field: path.join('.'), value: String(value), expected: 'finite' })
  }
  if (Array.isArray(value)) return value.map((item, index) => clean(item, [...path, String(index)]))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item, [...path, key])]))
  }
  return value
}

function toCleanText(text: string, path: readonly string[]): string {
  if (controls.test(text)) {
    const value = toShortText(JSON.stringify(text))
    throw new AppError('value_invalid', { field: path.join('.'), value, expected: 'plain_text' })
  }
  return toNfc(text)
}
