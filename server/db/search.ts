/** Where is what goes by this name or code? Finds candidates in SQL and puts them in order. */
import type { SearchResult } from '../../core/api/search.ts'
import { compareNames, toNfc, toSearchText } from '../../core/text.ts'
import { splitKindWord, type NameWithKind } from '../../core/inventory/kind-words.ts'
import type { Client, Row } from './database.ts'
import { selectCandidates } from './search-candidates.ts'

export interface SearchQuestion {
  readonly q: string
  readonly limit: number
  /** ISO date: villages that no longer exist are not found. */
  readonly today: string
}

export type Candidate = Row & SearchResult & { readonly tier: number; readonly alt_names: readonly string[] }

/** How a candidate matches: only where nothing contains the text are mistyped names worth showing. */
const containsTier = 2

/** Best first: whole name or code, beginning of a word, part, similar; units before villages before sites. */
export async function searchByName(client: Client, question: SearchQuestion): Promise<SearchResult[]> {
  const text = toSearchText(question.q)
  if (text === '') return []
  const asked = splitKindWord(text)
  const found = await client.query<Candidate>(selectCandidates, [text, asked.name, question.today])
  const good = found.some(({ tier }) => tier >= containsTier)
    ? found.filter(({ tier }) => tier >= containsTier)
    : found
  const spoken = toNfc(question.q).trim().toLocaleLowerCase('vi')
  return good
    .sort((a, b) => compareCandidates(a, b, asked, spoken))
    .slice(0, question.limit)
    .map(({ tier: _, alt_names: __, ...result }) => result)
}

const nouns = ['unit', 'village', 'site']

function compareCandidates(a: Candidate, b: Candidate, asked: NameWithKind, spoken: string): number {
  return (
    b.tier - a.tier ||
    countWish(b, asked, spoken) - countWish(a, asked, spoken) ||
    nouns.indexOf(a.noun) - nouns.indexOf(b.noun) ||
    compareNames(a.name, b.name) ||
    compareNames(a.code, b.code) ||
    // Of two units of one code the one that exists today first.
    Number(a.valid_to !== null) - Number(b.valid_to !== null)
  )
}

/** Diacritics as typed tell Na Tông from Nà Tòng; a kind typed before the name tells xã from huyện. */
function countWish(candidate: Candidate, asked: NameWithKind, spoken: string): number {
  const names = [candidate.name, ...candidate.alt_names]
  const isAsSpoken = names.some((name) => spoken.endsWith(name.toLocaleLowerCase('vi')))
  return (isAsSpoken ? 2 : 0) + (asked.kind !== null && candidate.kind === asked.kind ? 1 : 0)
}
