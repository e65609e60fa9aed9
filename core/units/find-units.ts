/** Which units go by this name or code? Without diacritics, slips forgiven where nothing says it right, best first. */
import { splitKindWord } from '../inventory/kind-words.ts'
import { countMistakes } from '../names/mistakes.ts'
import { compareNames, toNfc, toSearchText } from '../text.ts'
import type { SuccessionUnit } from './succession.ts'

/** From here on, names contain the text; below they are alike. */
const containsRank = 1

export function findUnits<U extends SuccessionUnit>(typed: string, units: readonly U[]): U[] {
  const text = toSearchText(typed)
  if (text === '') return []
  const asked = splitKindWord(text)
  const spoken = toNfc(typed).trim().toLocaleLowerCase('vi')
  const ranked = units
    .map((unit) => ({
      unit,
      rank: rankUnit(unit, [text, asked.name]),
      wish: countWish(unit, asked.kind, spoken),
    }))
    .filter(({ rank }) => rank !== null)
  const isContained = ranked.some(({ rank }) => (rank ?? 0) >= containsRank)
  return ranked
    .filter(({ rank }) => !isContained || (rank ?? 0) >= containsRank)
    .sort(
      (a, b) =>
        (b.rank ?? 0) - (a.rank ?? 0) ||
        b.wish - a.wish ||
        compareNames(a.unit.name, b.unit.name) ||
        compareNames(a.unit.code, b.unit.code),
    )
    .map(({ unit }) => unit)
}

/** 4 the whole name or code, 3 its beginning, 2 the beginning of a word, 1 a part, below 0 the slips; null: another name. */
function rankUnit({ name, alt_names, code }: SuccessionUnit, texts: readonly string[]): number | null {
  const names = [name, ...alt_names, code].map(toSearchText)
  const ranks = names.flatMap((known) => texts.map((text) => rankName(known, text)))
  return ranks.reduce((best, rank) => (rank !== null && (best === null || rank > best) ? rank : best), null)
}

function rankName(known: string, text: string): number | null {
  if (known === text) return 4
  if (known.startsWith(text)) return 3
  if (known.includes(` ${text}`)) return 2
  if (known.includes(text)) return 1
  const mistakes = countMistakes(text, known)
  return mistakes === null ? null : -mistakes
}

function countWish({ name, alt_names, kind }: SuccessionUnit, asked: string | null, spoken: string): number {
  const isAsSpoken = [name, ...alt_names].some((known) => spoken.endsWith(known.toLocaleLowerCase('vi')))
  return (isAsSpoken ? 2 : 0) + (kind === asked ? 1 : 0)
}
