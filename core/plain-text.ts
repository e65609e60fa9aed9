/** Can what a person typed be kept as it is? Composed and trimmed; markup is text like any other. */
import { toNfc } from './text.ts'

/** A name stands on one line, a note may have several. */
export type TextShape = 'line' | 'lines'

/** What no screen shows: controls, halves of a character, and what turns the direction of what stands around them. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

/** The text to keep; null where it holds characters that nobody can see, or halves of a character. */
export function toPlainText(given: string, shape: TextShape): string | null {
  const text = toNfc(shape === 'lines' ? given.replace(/\r\n?/g, '\n') : given).trim()
  const shown = shape === 'lines' ? text.replace(/[\n\t]/g, ' ') : text
  return unseen.test(shown) ? null : text
}
