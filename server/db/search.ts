/** Where is what goes by this name or code? Finds candidates in SQL and puts them in order. */
import type { SearchResult } from '../../core/api/search.ts'
import { compareNames, toNfc, toSearchText } from '../../core/text.ts'
import { countMistakes } from '../../core/names/mistakes.ts'
import { splitKindWord, type NameWithKind } from '../../core/inventory/kind-words.ts'
import type { ActingDatabase } from './act-as.ts'
import type { Client, Row, SqlValue } from './database.ts'
import { leastSimilarity, selectAlike, selectContaining } from './search-candidates.ts'
import { searchedNouns } from './search-nouns.ts'

export interface SearchQuestion {
  readonly q: string
  readonly limit: number
  /** ISO date: villages that no longer exist are not found. */
  readonly today: string
}

interface Candidate extends SearchResult {
  readonly alt_names: readonly string[]
  /** Folded names and codes, separated by ' | '. */
  readonly names: string
  readonly rank: number
}

interface Asked extends NameWithKind {
  readonly text: string
  /** In small letters, with the diacritics that were typed. */
  readonly spoken: string
}

/** A part of a word means nothing in so short a text. */
const shortText = 2
const wordTier = 3

/**
 * Best first: whole name or code (with its diacritics before without), its beginning, the beginning of a word, a part; only
 * where nothing contains the text, names that one or two slips of the hand or the ear explain.
 */
export async function searchByName(db: ActingDatabase, question: SearchQuestion): Promise<SearchResult[]> {
  const text = toSearchText(question.q)
  if (text === '') return []
  const spoken = toNfc(question.q).trim().toLocaleLowerCase('vi')
  const asked = { ...splitKindWord(text), text, spoken }
  const found = await db.transaction(async (client) => {
    const params = [text, asked.name, question.today]
    const containing = await findContaining(client, params)
    return containing.length > 0 ? containing : findAlike(client, params, asked)
  })
  return found
    .sort((a, b) => compareCandidates(a, b, asked))
    .slice(0, question.limit)
    .map(({ rank: _, names: __, alt_names: ___, ...result }) => result)
}

async function findContaining(client: Client, params: readonly SqlValue[]): Promise<Candidate[]> {
  const found = await client.query<Candidate & Row>(selectContaining, params)
  const isShort = String(params[1]).length <= shortText
  return isShort ? found.filter(({ rank }) => rank >= wordTier) : found
}

/** Ranked by slips, the fewest first. */
async function findAlike(client: Client, params: readonly SqlValue[], asked: Asked): Promise<Candidate[]> {
  const threshold = `select set_config('pg_trgm.word_similarity_threshold', $1::text, true) as told`
  await client.query(threshold, [String(leastSimilarity)])
  const found = await client.query<Candidate & Row>(selectAlike, params)
  return found.flatMap((candidate) => {
    const mistakes = countLeastMistakes(candidate.names.split(' | '), asked)
    return mistakes === null ? [] : [{ ...candidate, rank: -mistakes }]
  })
}

function countLeastMistakes(names: readonly string[], { text, name: withoutKind }: Asked): number | null {
  const texts = new Set([text, withoutKind])
  const counts = names.flatMap((name) => [...texts].map((typed) => countMistakes(typed, name)))
  return counts.reduce(
    (least, count) => (count !== null && (least === null || count < least) ? count : least),
    null,
  )
}

const nouns = searchedNouns.map(({ noun }) => noun)

function compareCandidates(a: Candidate, b: Candidate, asked: Asked): number {
  return (
    b.rank - a.rank ||
    countWish(b, asked) - countWish(a, asked) ||
    nouns.indexOf(a.noun) - nouns.indexOf(b.noun) ||
    compareNames(a.name, b.name) ||
    compareNames(a.code, b.code) ||
    // Of two units of one code the one that exists today first.
    Number(a.valid_to !== null) - Number(b.valid_to !== null)
  )
}

/** Diacritics as typed tell Na Tông from Nà Tòng; a kind typed before the name tells xã from huyện. */
function countWish(candidate: Candidate, { kind, spoken }: Asked): number {
  const isAsSpoken = [candidate.name, ...candidate.alt_names].some((name) =>
    spoken.endsWith(name.toLocaleLowerCase('vi')),
  )
  return (isAsSpoken ? 2 : 0) + (kind !== null && candidate.kind === kind ? 1 : 0)
}
