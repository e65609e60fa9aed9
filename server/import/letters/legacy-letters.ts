/** What did a text mean that was typed with the fonts of before Unicode, TCVN3 (“ABC”, .VnTime) or VNI? */
import { toTCVN3, toVNI } from 'vietnamese-conversion'

export const legacyLetters = ['tcvn3', 'vni'] as const
export type LegacyLetters = (typeof legacyLetters)[number]

const lower = 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ'
const letters = [...lower, ...lower.toUpperCase()]

/** The library has the hook and the tilde of y wrong: `ë` and `ì` are other letters. */
const mended: Readonly<Record<string, string>> = { ỷ: 'yû', Ỷ: 'YÛ', ỹ: 'yõ', Ỹ: 'YÕ' }

const tables: Readonly<Record<LegacyLetters, ReadonlyMap<string, string>>> = {
  tcvn3: new Map(letters.map((letter) => [toTCVN3(letter, 'unicode'), letter])),
  vni: new Map([
    ...letters.flatMap((letter) => toMixedCase(mended[letter] ?? toVNI(letter, 'unicode'), letter)),
    ...letters.map((letter): [string, string] => [mended[letter] ?? toVNI(letter, 'unicode'), letter]),
  ]),
}

/** A capital may stand before a small mark: `Aù` is typed for `Á` as often as `AÙ`. */
function toMixedCase(spelling: string, letter: string): [string, string][] {
  return spelling.length === 2 ? [[spelling.charAt(0) + spelling.charAt(1).toLowerCase(), letter]] : []
}

const patterns: Readonly<Record<LegacyLetters, RegExp>> = {
  tcvn3: toPattern(tables.tcvn3),
  vni: toPattern(tables.vni),
}

// Longest first: `¢Ê` is one capital, not two letters.
function toPattern(table: ReadonlyMap<string, string>): RegExp {
  const spellings = [...table.keys()].sort((a, b) => b.length - a.length)
  return new RegExp(spellings.join('|'), 'g')
}

export function fromLegacyLetters(text: string, from: LegacyLetters): string {
  const converted = text.replace(patterns[from], (spelling) => tables[from].get(spelling) ?? spelling)
  return from === 'tcvn3' ? withCapitals(converted, text) : converted
}

/**
 * TCVN3 has no capitals with tones: `TØNH` was shown by a font of capitals. A word of one capital alone is one that
 * begins with it, unless others beside it are all capitals: `X·`, but `X· NËM`.
 */
function withCapitals(converted: string, source: string): string {
  const words = source.split(/(\s+)/)
  const areCapitals = words.map((word) => /[A-Z¡-§].*[A-Z¡-§]/.test(word) && !/[a-z]/.test(word))
  const isAllCapitals =
    !/[a-z]/.test(source) && words.some((word, at) => areCapitals[at] && /[^\x00-\x7f]/.test(word))
  if (isAllCapitals) return converted.toUpperCase()
  const parts = converted.split(/(\s+)/)
  return parts.map((part, at) => (areCapitals[at] ? part.toUpperCase() : part)).join('')
}
