/** Which code of a list (acts, indicators, mast kinds, sources) does a text mean? By the code, or by the whole name. */
import { toSearchText } from '../../text.ts'
import type { KnownCode } from '../known.ts'
import type { QuestionChoice, QuestionKind } from '../read-record.ts'
import { toQuestionKey } from '../reading.ts'
import { hasWords } from '../values/read-words.ts'
import { unknown, type Answers, type Match } from './match.ts'

/** Null: what is not known is refused, and nobody is asked. */
export type AskedCode = Extract<QuestionKind, 'act' | 'indicator' | 'mast_kind'> | null

export function makeCodeMatcher(
  codes: readonly KnownCode[],
  kind: AskedCode,
  answers: Answers,
): (text: string) => Match<KnownCode> {
  const known = codes.map((code) => ({
    code,
    folded: toSearchText(code.code),
    name: toSearchText(code.name),
  }))
  const remembered = new Map<string, Match<KnownCode>>()
  const find = (text: string): Match<KnownCode> => {
    const key = toQuestionKey(kind ?? 'code', '-', text)
    const answered = codes.find(({ code }) => code === answers.get(key))
    if (answered !== undefined) return { type: 'found', record: answered, why: 'answer' }
    const byCode = codes.find(({ code }) => code.toLowerCase() === text.toLowerCase())
    if (byCode !== undefined) return { type: 'found', record: byCode, why: 'exact' }
    const folded = toSearchText(text)
    const alike = known.filter((one) => one.name === folded || toPlain(one.folded) === toPlain(folded))
    // A number of a document stands within its name; it has a digit, as no other word of it has.
    const within = /\d{2}/.test(folded) ? known.filter(({ name }) => hasWords(name, folded)) : []
    const [only, ...others] = alike.length > 0 ? alike : within
    if (only !== undefined && others.length === 0) return { type: 'found', record: only.code, why: 'folded' }
    if (kind === null || known.length === 0) return unknown
    return { type: 'ask', ask: { key, kind, text, context: null, choices: listChoices(folded, known) } }
  }
  return (text) => {
    const match = remembered.get(text) ?? find(text)
    remembered.set(text, match)
    return match
  }
}

/** `A 2a`, `loại A2a`, `cột A2a`. */
function toPlain(folded: string): string {
  return folded.replace(/^(?:loai|cot|kieu|so)\s+/, '').replaceAll(' ', '')
}

interface Folded {
  readonly code: KnownCode
  readonly folded: string
  readonly name: string
}

/** By how many words they share. */
function listChoices(text: string, known: readonly Folded[]): QuestionChoice[] {
  const words = text.split(' ').filter((word) => word.length > 1)
  const count = ({ name, folded }: Folded) =>
    words.filter((word) => hasWords(`${folded} ${name}`, word)).length
  return [...known]
    .sort((a, b) => count(b) - count(a))
    .slice(0, 8)
    .map((one) => ({
      code: one.code.code,
      label: one.code.name,
      why: 'nearest',
      slips: words.length - count(one),
    }))
}
