/** Which field does the title of a column mean? The whole title, its last row, or words that stand in it. */
import { toSearchText } from '../../text.ts'
import { leftOutTitles, type ImportField } from '../fields/field.ts'
import { importFields } from '../fields/import-fields.ts'
import type { ImportNoun } from '../nouns.ts'
import type { MappedColumn } from '../read-record.ts'
import { hasWords } from '../values/read-words.ts'

/** Rows of a header that belong to one column, the group first: `Tọa độ`, `X (m)`. */
export interface ColumnTitle {
  readonly column: number
  readonly parts: readonly string[]
}

interface Claim {
  readonly column: number
  readonly field: ImportField
  /** 100 the whole title, 90 its last row, 40 its group, below that words within. */
  readonly score: number
}

export interface TitleMatch {
  readonly columns: readonly MappedColumn[]
  /** How many fields were found, those known by words within the title counting less. */
  readonly score: number
}

const longestTitle = 200

export function toTitle(parts: readonly string[]): string {
  return [...new Set(parts)].join(' / ').slice(0, longestTitle)
}

/** Units and remarks in brackets say nothing of the field. */
function foldTitle(part: string): string {
  const bare = toSearchText(part.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
  return bare === '' ? toSearchText(part) : bare
}

export function matchTitles(titles: readonly ColumnTitle[], noun: ImportNoun): TitleMatch {
  const claims = titles
    .flatMap((title) => listClaims(title, noun))
    .sort((a, b) => b.score - a.score || a.column - b.column)
  const chosen = new Map<number, Claim>()
  const taken = new Set<string>()
  for (const claim of claims) {
    const isTaken = claim.field.columns === 'one' && taken.has(claim.field.name)
    if (chosen.has(claim.column) || isTaken) continue
    chosen.set(claim.column, claim)
    taken.add(claim.field.name)
  }
  return {
    columns: titles.map((title) => toColumn(title, chosen.get(title.column))),
    score: toScore([...chosen.values()]),
  }
}

function toColumn({ column, parts }: ColumnTitle, claim: Claim | undefined): MappedColumn {
  const title = toTitle(parts)
  return claim === undefined
    ? { column, title, field: null, by: 'none' }
    : { column, title, field: claim.field.name, by: 'name' }
}

function toScore(claims: readonly Claim[]): number {
  const best = new Map<string, number>()
  for (const { field, score } of claims) {
    best.set(field.name, Math.max(best.get(field.name) ?? 0, score >= 90 ? 1 : score >= 40 ? 0.7 : 0.5))
  }
  // A second row that tells columns of one field apart (a year each) has brought something.
  const more = claims.length - best.size
  return [...best.values()].reduce((sum, value) => sum + value, 0.15 * more)
}

function listClaims({ column, parts }: ColumnTitle, noun: ImportNoun): Claim[] {
  const folded = parts.map(foldTitle).filter((part) => part !== '')
  const whole = [...new Set(folded)].join(' ')
  const last = folded.at(-1) ?? ''
  if (whole === '') return []
  const special = findSpecial(whole, noun)
  const fields = importFields[noun]
  const claims = fields.flatMap((field): Claim[] => {
    const named = scoreField(field, { whole, last, group: folded.length > 1 ? (folded[0] ?? '') : '' })
    const score = Math.max(named, special?.name === field.name ? special.score : 0)
    return score > 0 ? [{ column, field, score }] : []
  })
  const isLeftOut = leftOutTitles.has(whole) || leftOutTitles.has(last)
  return isLeftOut ? claims.filter(({ score }) => score >= 90) : claims
}

/** A column per technology, service or year: what the title says beside it tells, not the field. */
function findSpecial(
  whole: string,
  noun: ImportNoun,
): { readonly name: string; readonly score: number } | null {
  const isTechnology = /\b[2-5]g\b/.test(whole)
  if (noun === 'sites' && isTechnology) {
    const isOfBands = hasWords(whole, 'bang tan') || hasWords(whole, 'tan so')
    return { name: isOfBands ? 'bands_mhz' : 'technologies', score: 85 }
  }
  if (noun === 'village_services' && (isTechnology || hasWords(whole, 'cap quang'))) {
    return { name: 'services', score: 85 }
  }
  return noun === 'indicator_values' && /\b(?:19|20)\d\d\b/.test(whole) ? { name: 'value', score: 95 } : null
}

interface FoldedTitle {
  readonly whole: string
  readonly last: string
  readonly group: string
}

function scoreField(field: ImportField, { whole, last, group }: FoldedTitle): number {
  const { synonyms } = field
  if (synonyms.includes(whole)) return 100
  if (synonyms.includes(last)) return 90
  if (group !== '' && synonyms.includes(group)) return 40
  const spaced = ` ${whole} `
  let longest = 0
  for (const words of listTelling(field)) {
    if (words.length - 2 > longest && spaced.includes(words)) longest = words.length - 2
  }
  return longest === 0 ? 0 : Math.min(39, 10 + (29 * longest) / whole.length)
}

const telling = new WeakMap<ImportField, readonly string[]>()

/** Between spaces. One short word (`mã`, `tên`, `x`) stands in any title and tells nothing. */
function listTelling(field: ImportField): readonly string[] {
  const known = telling.get(field)
  if (known !== undefined) return known
  const words = field.synonyms.filter((synonym) => synonym.includes(' ') || synonym.length >= 6)
  const spaced = words.map((synonym) => ` ${synonym} `)
  telling.set(field, spaced)
  return spaced
}
