/** What must be known so that a difference is not read as more than it is? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listDifferingFields, toQuestionB } from '../../state/compare-slice.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'

/** Between these days the sample holds two published definitions (docs/decisions/0008). */
const definitionsChanged = { after: '2020-12-31', by: '2021-06-30' } as const

export function useNotes({ comparison }: ComparedResult): string[] {
  const { p } = usePartWords('time')
  const question = useApp((state) => state.question)
  const compared = useApp((state) => state.compared)
  const isSample = useApp((state) => state.province?.data.is_sample === true)
  const today = useApp((state) => state.today)
  const fields = listDifferingFields({ question, compared })
  const days = [question.as_of ?? today, toQuestionB({ question, compared }).as_of ?? today].sort()
  const isAcross = days[0]! <= definitionsChanged.after && days[1]! >= definitionsChanged.by
  const absent = 5
  const isMerged = comparison.states_a.includes(absent) || comparison.states_b.includes(absent)
  return [
    ...(fields.includes('as_of')
      ? [isSample && isAcross ? p('compare.note.dates') : p('compare.note.dates_plain')]
      : []),
    ...(fields.includes('basis') ? [p('compare.note.bases')] : []),
    ...(fields.includes('carrier') ? [p('compare.note.carriers')] : []),
    ...(fields.includes('power') || fields.includes('assigned') ? [p('compare.note.populations')] : []),
    ...(isMerged ? [p('compare.note.merged')] : []),
  ]
}
