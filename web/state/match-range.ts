/** Which part of a name matches what was typed, diacritics aside? */
import { toSearchText } from '../../core/text.ts'

/** Start and end in the composed name, or null where it does not contain the text. */
export function findMatchRange(name: string, typed: string): readonly [number, number] | null {
  const wanted = toSearchText(typed)
  if (wanted === '') return null
  const letters = [...name]
  for (let start = 0; start < letters.length; start++) {
    if (toSearchText(letters[start] ?? '') === '') continue
    const end = findEnd(letters, start, wanted)
    if (end !== null) return [letters.slice(0, start).join('').length, letters.slice(0, end).join('').length]
  }
  return null
}

function findEnd(letters: readonly string[], start: number, wanted: string): number | null {
  for (let end = start + 1; end <= letters.length; end++) {
    const folded = toSearchText(letters.slice(start, end).join(''))
    if (folded === wanted) return end
    if (!wanted.startsWith(folded)) return null
  }
  return null
}
