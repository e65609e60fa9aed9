/** What must be known so that a difference is not read as more than it is? */
import { comparedStates } from '../../../core/coverage/compare.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listDifferingFields } from '../../state/compare-slice.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'

const absent = comparedStates.indexOf('absent')

/** What the data set says of its own definitions is said where two days are compared (docs/decisions/0008). */
export function useNotes({ comparison }: ComparedResult): string[] {
  const { p } = usePartWords('time')
  const question = useApp((state) => state.question)
  const compared = useApp((state) => state.compared)
  const dataNote = useApp((state) => state.province?.data.note ?? '')
  const fields = listDifferingFields({ question, compared })
  const isMerged = comparison.states_a.includes(absent) || comparison.states_b.includes(absent)
  return [
    ...(fields.includes('as_of') ? [p('compare.note.dates')] : []),
    ...(fields.includes('as_of') && dataNote !== '' ? [p('compare.note.data', { note: dataNote })] : []),
    ...(fields.includes('basis') ? [p('compare.note.bases')] : []),
    ...(fields.includes('carrier') ? [p('compare.note.carriers')] : []),
    ...(fields.includes('power') || fields.includes('assigned') ? [p('compare.note.populations')] : []),
    ...(isMerged ? [p('compare.note.merged')] : []),
  ]
}
