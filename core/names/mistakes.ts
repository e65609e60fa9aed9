/** With how many slips of the hand was a name typed, or was another one meant? */
import { toSoundText } from './sound.ts'

/** Longer texts are no names; comparing them letter by letter would only take time. */
const longest = 60

/** A text shorter than this is typed again sooner than guessed. */
const shortest = 4

/**
 * Letters missing, doubled, swapped or wrong between a text and the name, or the beginning of the rest of the name from one of
 * its words on: what is typed may be half of it. Null where it is another name. Spelling by ear counts a half.
 *
 * @param text folded by `toSearchText`
 * @param name folded by `toSearchText`
 */
export function countMistakes(text: string, name: string): number | null {
  const length = text.replaceAll(' ', '').length
  if (text.length > longest || length < shortest || !hasSameDigits(text, name)) return null
  const allowed = length < 8 ? 1 : 2
  const mistakes = countFrom(text, name, allowed)
  // By ear and mistyped at once only where enough letters are left to tell.
  const sound = 0.5 + countFrom(toSoundText(text), toSoundText(name), length < 6 ? 0 : allowed - 1)
  const least = Math.min(mistakes, sound)
  return Number.isFinite(least) ? least : null
}

/** Numbers tell villages and codes apart: nobody means 2 who types 1. */
function hasSameDigits(text: string, name: string): boolean {
  const numbers = text.match(/\d+/g) ?? []
  return numbers.length === 0 || numbers.every((number) => name.split(' ').includes(number))
}

/** The least from any word of the name on; infinite beyond what is allowed. */
function countFrom(text: string, name: string, allowed: number): number {
  const words = name.split(' ')
  let least = Number.POSITIVE_INFINITY
  for (let first = 0; first < words.length; first += 1) {
    const rest = words
      .slice(first)
      .join(' ')
      .slice(0, text.length + allowed)
    least = Math.min(least, countToBeginning(text, rest))
  }
  return least <= allowed ? least : Number.POSITIVE_INFINITY
}

/**
 * Edits with neighbours swapped as one (optimal string alignment), the end of the name free:
 *
 *        m  u  o  n  g        the last row says what each beginning of the name takes;
 *     0  1  2  3  4  5        the least of it counts
 *   m 1  0  …
 */
function countToBeginning(text: string, name: string): number {
  return Math.min(...toLastRow(text, name))
}

/** Edits between a text and the whole of a name; what is written in a list is no beginning of anything. */
export function countSlips(text: string, name: string): number {
  return toLastRow(text, name)[name.length] ?? Number.POSITIVE_INFINITY
}

function toLastRow(text: string, name: string): readonly number[] {
  let before: number[] = []
  let row = Array.from({ length: name.length + 1 }, (_, column) => column)
  for (let line = 1; line <= text.length; line += 1) {
    const next = [line]
    for (let column = 1; column <= name.length; column += 1) {
      const isSame = text[line - 1] === name[column - 1]
      const isSwapped = text[line - 1] === name[column - 2] && text[line - 2] === name[column - 1]
      next[column] = Math.min(
        (row[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (row[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped && line > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = row
    row = next
  }
  return row
}
