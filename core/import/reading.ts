/** What did a cell turn out to mean? A value, what is doubtful of it, and what only a person can say. */
import type { Fault } from './cell-problems.ts'
import type { Question } from './read-record.ts'

/** A question before it is known which rows wait for it. */
export type Ask = Omit<Question, 'rows' | 'row_count'>

/** `value` null: the cell says nothing that can be used. */
export interface Reading<T> {
  readonly value: T | null
  readonly faults: readonly Fault[]
  readonly ask: Ask | null
}

const none: Reading<never> = { value: null, faults: [], ask: null }

export function toNothing(): Reading<never> {
  return none
}

export function toReading<T>(value: T, ...faults: readonly Fault[]): Reading<T> {
  return { value, faults, ask: null }
}

export function toFault(fault: Fault): Reading<never> {
  return { value: null, faults: [fault], ask: null }
}

export function toAsk(ask: Ask): Reading<never> {
  return { value: null, faults: [], ask }
}

/** Longest key that may be stored under an answer, with room for its kind and place. */
const longestText = 160

/** Not folded: an answer for `Na Tông` must not decide `Nà Tòng`. */
export function toQuestionKey(kind: string, place: string, text: string): string {
  return [kind, place, text].map((part) => part.toLocaleLowerCase('vi').slice(0, longestText)).join('|')
}
