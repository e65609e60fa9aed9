/** What is wrong with a cell or a row, and what would help? As a comment in the sender's own sheet says it. */
import type { ErrorParams } from '../../errors.ts'
import { findField } from '../fields/import-fields.ts'
import type { ImportNoun } from '../nouns.ts'
import { cellProblemsEn } from './cell-problems-en.ts'
import { cellProblemsVi, type ProblemText } from './cell-problems-vi.ts'
import type { TextLanguage } from './difference-texts.ts'
import { fileFaultsEn } from './file-faults-en.ts'
import { fileFaultsVi } from './file-faults-vi.ts'

export type { TextLanguage } from './difference-texts.ts'

const texts: Readonly<Record<TextLanguage, Readonly<Record<string, ProblemText>>>> = {
  vi: cellProblemsVi,
  en: cellProblemsEn,
}

export interface ToldProblem {
  readonly code: string
  readonly params: ErrorParams
  readonly field?: string | null
}

export function toProblemText(
  { code, params, field = null }: ToldProblem,
  { noun, language }: { readonly noun: ImportNoun; readonly language: TextLanguage },
): string {
  const { text, remedy } = texts[language][code] ?? texts[language]['other']!
  const title = field === null ? null : (findField(noun, field)?.title[language] ?? field)
  return fill(`${text} ${remedy}`, { ...params, code, field: title ?? '' })
}

const faults: Readonly<Record<TextLanguage, Readonly<Record<string, ProblemText>>>> = {
  vi: fileFaultsVi,
  en: fileFaultsEn,
}

/** What is wrong with a file as a whole. */
export function toFaultText({ code, params }: Omit<ToldProblem, 'field'>, language: TextLanguage): string {
  const { text, remedy } = faults[language][code] ?? faults[language]['internal']!
  return fill(`${text} ${remedy}`, params)
}

function fill(words: string, facts: Readonly<Record<string, unknown>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
}
