/** Which carrier does a list name? By code, name or brand: VinaPhone is VNPT’s. */
import { toSearchText } from '../../text.ts'
import type { KnownCarrier } from '../known.ts'
import { toQuestionKey } from '../reading.ts'
import { hasWords } from '../values/read-words.ts'
import { unknown, type Answers, type Match } from './match.ts'

/** By what people call the carriers of the country, whatever their code is here. */
export const brands: readonly (readonly [name: string, ...others: readonly string[]])[] = [
  ['viettel', 'vtt', 'viettel telecom', 'vtel'],
  ['vnpt', 'vinaphone', 'vina', 'vina phone', 'vnp', 'vnpt vinaphone'],
  ['mobifone', 'mobi', 'mbf', 'vms', 'mobi fone'],
  ['vietnamobile', 'vnm', 'vietnam mobile', 'hanoi telecom'],
  ['gmobile', 'gtel', 'beeline', 'gtel mobile'],
  ['fpt', 'fpt telecom'],
]

export function makeCarrierMatcher(
  carriers: readonly KnownCarrier[],
  answers: Answers,
): (text: string) => Match<KnownCarrier> {
  const known = carriers.map((carrier) => ({ carrier, names: listNames(carrier) }))
  const remembered = new Map<string, Match<KnownCarrier>>()
  const find = (text: string): Match<KnownCarrier> => {
    const key = toQuestionKey('carrier', '-', text)
    const answered = carriers.find(({ code }) => code === answers.get(key))
    if (answered !== undefined) return { type: 'found', record: answered, why: 'answer' }
    const folded = toSearchText(text)
    const exact = known.filter(({ names }) => names.includes(folded))
    const named =
      exact.length > 0 ? exact : known.filter(({ names }) => names.some((name) => hasWords(folded, name)))
    const [only, ...others] = named
    if (only !== undefined && others.length === 0) {
      return { type: 'found', record: only.carrier, why: exact.length > 0 ? 'exact' : 'variant' }
    }
    if (carriers.length === 0) return unknown
    const listed = named.length > 0 ? named : known
    const choices = listed.slice(0, 20).map(({ carrier: { code, name } }) => ({
      code,
      label: name,
      why: named.length > 0 ? ('variant' as const) : ('nearest' as const),
      slips: 0,
    }))
    return { type: 'ask', ask: { key, kind: 'carrier', text, context: null, choices } }
  }
  return (text) => {
    const match = remembered.get(text) ?? find(text)
    remembered.set(text, match)
    return match
  }
}

function listNames({ code, name, alt_names }: KnownCarrier): string[] {
  const own = [code, name, ...alt_names].map(toSearchText)
  const others = brands.filter((brand) => brand.some((word) => own.includes(word))).flat()
  return [...new Set([...own, ...others])].filter((word) => word !== '')
}
