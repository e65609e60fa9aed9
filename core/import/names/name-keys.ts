/** Under which keys is a name compared? As written, without diacritics, and as it sounds, each without its kind word. */
import { splitKindWord, type NamedKind } from '../../inventory/kind-words.ts'
import { toSoundText } from '../../names/sound.ts'
import { toSearchText } from '../../text.ts'

export interface NameKeys {
  /** As the kind word before the name says; null without one. */
  readonly kind: NamedKind | null
  /** Diacritics kept; case, spaces, hyphens and where the tone stands within its syllable left out. */
  readonly exact: string
  readonly folded: string
  /** By ear, numbers in digits, without what stands in brackets. */
  readonly sound: string
  /** Numbers and single letters that tell villages apart: `1`, `12`, `a`; of a name, also a number written as a word. */
  readonly marks: string
  readonly word_marks: string
  /** Whether any letter bears a mark: a text without one may have lost them. */
  readonly marked: 'marked' | 'plain'
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** `hoà` and `hòa` are one: the tone of a syllable goes to its end. */
function toExactText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(tones, '') + (word.match(tones) ?? []).join(''))
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const romans: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  xi: '11',
  xii: '12',
}
/** Roman numbers that are words as well count only in capitals. */
const alsoWords = /^(?:i|v|vi|x|xi)$/

/** `Bản 01`, `Bản số 1`, `Bản1`, `Nậm Chan III`: the last word is a number however it is written. */
function plainNumbers(text: string): string {
  const spaced = text
    .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .replace(/\b(?:số|so|Số|SỐ)\s+(?=\d)/gu, '')
    .replace(/\b0+(?=\d)/g, '')
  return spaced.replace(/(?<=[\p{L}\p{M}\d]\s|[-–]\s?)([IVXivx]{1,4})\s*$/u, (word) => {
    const lower = word.trim().toLowerCase()
    const isWord = alsoWords.test(lower) && word.trim() !== word.trim().toUpperCase()
    return isWord ? word : (romans[lower] ?? word)
  })
}

/** Words for numbers at the end, folded: `Nậm Chan Ba`, `Khối Mười Ba`. */
const ones = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'] as const

function wordsToDigits(folded: string): string {
  const words = folded.split(' ')
  if (words.length < 2) return folded
  const last = ones.indexOf(words.at(-1) as (typeof ones)[number]) + 1
  if (last === 0) return folded
  const isTeen = words.at(-2) === 'muoi' && words.length > 2 && last < 10
  return isTeen ? [...words.slice(0, -2), 10 + last].join(' ') : [...words.slice(0, -1), last].join(' ')
}

/** Before the name, folded as `toSearchText` does it; one that has lost its point is told by what the cell has. */
const villageWords = /^(?:(?:to dan pho|to dp|tdp|tổ dân phố|thon ban|thon|ban|to)\s+)+(?=\S)/
const abbreviated = /^\s*(B|T|Th|TDP|TĐP|Tổ DP|TP|H|X|P|TT|TX)\s*[.,:]\s*(?=\p{L}|\p{N})/iu
const longForms: Readonly<Record<string, string>> = {
  b: 'Bản ',
  t: 'Thôn ',
  th: 'Thôn ',
  tdp: 'Tổ dân phố ',
  tđp: 'Tổ dân phố ',
  'tổ dp': 'Tổ dân phố ',
  tp: 'Thành phố ',
  h: 'Huyện ',
  x: 'Xã ',
  p: 'Phường ',
  tt: 'Thị trấn ',
  tx: 'Thị xã ',
}

function spellOut(text: string): string {
  return text.replace(abbreviated, (_, short: string) => longForms[short.toLocaleLowerCase('vi')] ?? '')
}

const bracketed = /\s*\([^)]*\)/g

/** All ways to read a text: as it stands, and without the kind word before it. */
export function toNameKeys(given: string, of: 'village' | 'unit'): NameKeys[] {
  const spelled = spellOut(given.normalize('NFC'))
  // Of units XI is the commune Pú Xi.
  const text = of === 'village' ? plainNumbers(spelled) : spelled
  const whole = toKeys(text, null)
  const stripped = of === 'village' ? stripVillage(text) : stripUnit(text)
  return stripped === null ? [whole] : [toKeys(stripped.name, stripped.kind), whole]
}

function toKeys(text: string, kind: NamedKind | null): NameKeys {
  const folded = toSearchText(text)
  const withoutBrackets = text.includes('(') ? toSearchText(text.replace(bracketed, ' ')) : folded
  return {
    kind,
    exact: toExactText(text),
    folded,
    sound: toSoundText(wordsToDigits(withoutBrackets === '' ? folded : withoutBrackets)).replaceAll(' ', ''),
    marks: toMarks(folded),
    word_marks: toMarks(wordsToDigits(folded)),
    marked: /[^\u0000-\u007f]/.test(text) ? 'marked' : 'plain',
  }
}

/** A single letter counts at the end only: `A Pa Chải` is a name, `Chống Sư A` one of several. */
function toMarks(folded: string): string {
  const numbers = folded.match(/\d+/g) ?? []
  const last = / ([a-z])$/.exec(folded)?.[1]
  return [...numbers, ...(last === undefined ? [] : [last])].join(' ')
}

interface Stripped {
  readonly name: string
  readonly kind: NamedKind | null
}

/** Words are counted in the folded text and taken from the one as written. */
function stripVillage(text: string): Stripped | null {
  const words = text.split(/[^\p{L}\p{M}\p{N}()]+/u).filter((word) => word !== '')
  const found = villageWords.exec(toSearchText(words.join(' ')))
  if (found === null) return null
  const taken = found[0].trim().split(' ')
  const kindWord = taken.slice(-3).join(' ')
  const kind = /\b(?:to|tdp)\b/.test(kindWord)
    ? 'to_dan_pho'
    : taken.includes('thon') && !taken.includes('ban')
      ? 'thon'
      : 'ban'
  return {
    name: words.slice(taken.length).join(' '),
    kind: taken.includes('thon') && taken.includes('ban') ? null : kind,
  }
}

function stripUnit(text: string): Stripped | null {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const folded = toSearchText(words.join(' '))
  const { kind, name } = splitKindWord(folded)
  if (kind === null) return null
  return { name: words.slice(words.length - name.split(' ').length).join(' '), kind }
}
