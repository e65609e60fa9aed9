/** How does the search for a name end? Found beyond doubt, asked of a person, said to be new, or nothing like it. */
import type { Ask } from '../reading.ts'
import type { QuestionChoice } from '../read-record.ts'
import type { RankedName } from './rank-names.ts'

export type Match<T> =
  | { readonly type: 'found'; readonly record: T; readonly why: QuestionChoice['why'] | 'answer' }
  | { readonly type: 'ask'; readonly ask: Ask }
  | { readonly type: 'new' }
  | { readonly type: 'unknown' }

export type Answers = ReadonlyMap<string, string>

export const unknown = { type: 'unknown' } as const

/** No more than a person reads at a glance. */
const mostChoices = 8

export function toChoices<T>(
  ranked: readonly RankedName<T>[],
  describe: (record: T) => { readonly code: string; readonly label: string },
): QuestionChoice[] {
  const choices = ranked.map(({ record, why, slips }) => ({ ...describe(record), why, slips }))
  return choices
    .filter(({ code }, index) => choices.findIndex((other) => other.code === code) === index)
    .slice(0, mostChoices)
}
