/** How is a question answered with none of its choices? Rows that wait for it are then refused. */
import { toRecordProblem } from './planned-row.ts'
import type { Question, ReadRecord } from './read-record.ts'

export const noneOfThem = ''

interface Answered {
  readonly records: readonly ReadRecord[]
  readonly questions: readonly Question[]
}

/** Rows whose question was answered so have a fault instead of the question. */
export function withNoneOfThem(
  { records, questions }: Answered,
  answers: ReadonlyMap<string, string>,
): Answered {
  const none = new Set(questions.filter(({ key }) => answers.get(key) === noneOfThem).map(({ key }) => key))
  if (none.size === 0) return { records, questions }
  return {
    questions: questions.filter(({ key }) => !none.has(key)),
    records: records.map((record) => {
      const left = record.questions.filter((key) => !none.has(key))
      if (left.length === record.questions.length) return record
      const problem = toRecordProblem('answered_none', null, record.label)
      return { ...record, questions: left, problems: [...record.problems, problem] }
    }),
  }
}
