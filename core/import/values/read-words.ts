/** Which of the words that a field knows stands in a cell? `máy nổ`, `viba`, `có`, `x`. */
import { toError, toWarning } from '../cell-problems.ts'
import { toFault, toReading, type Reading } from '../reading.ts'

/** A value and the words, folded, that mean it; of two that both stand there the one listed first counts. */
export type Words = readonly (readonly [value: string, ...words: readonly string[]])[]

/** @param text folded by `toSearchText` */
export function readWord(text: string, words: Words): Reading<string> {
  const exact = words.find((spellings) => spellings.some((word) => word.replaceAll('_', ' ') === text))
  const [first, ...others] = exact === undefined ? listNamed(text, words) : [exact[0]]
  if (first === undefined) {
    return toFault(toError('word_unknown', { expected: words.map(([value]) => value).join(', ') }))
  }
  return others.length === 0
    ? toReading(first)
    : toReading(first, toWarning('words_several', { taken: first }))
}

/** What one value takes is gone for the next: `ngừng hoạt động` is not `hoạt động` as well. */
function listNamed(text: string, words: Words): string[] {
  let rest = ` ${text} `
  const named: string[] = []
  for (const [value, ...spellings] of words) {
    const found = [value.replaceAll('_', ' '), ...spellings].find((word) => rest.includes(` ${word} `))
    if (found === undefined) continue
    named.push(value)
    rest = rest.replace(` ${found} `, ' | ')
  }
  return named
}

/** Whether the words stand in the text as whole words. */
export function hasWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `)
}

const yes = new Set(['x', 'v', 'co', 'yes', 'y', 'true', '1', 'da', 'roi', 'da co', 'dat', 'ok', 'check'])
const no = new Set(['khong', 'no', 'n', 'false', '0', 'chua', 'k', 'ko', 'khong co', 'chua co'])
const marks = /^[✓✔☑√■●]$/u

/** @param text as the cell has it; @param folded by `toSearchText` */
export function readYesNo(text: string, folded: string): Reading<boolean> {
  if (marks.test(text) || yes.has(folded)) return toReading(true)
  if (no.has(folded)) return toReading(false)
  if (/^(khong|chua|ko)\b/.test(folded) || /\b(khong|chua) (co|duoc)\b/.test(folded)) return toReading(false)
  if (/^(co|da|duoc)\b/.test(folded)) return toReading(true)
  return toFault(toError('word_unknown', { expected: 'có, không, x' }))
}
