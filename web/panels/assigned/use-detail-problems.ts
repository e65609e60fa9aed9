/** What is wrong with a field of a step: not filled in, or refused by the server? */
import type { MoveDetail } from '../../../core/assignments/lifecycle.ts'
import type { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { readRefusedField } from '../../state/refused-field.ts'
import { useRefusalText } from '../villages/use-field-problems.ts'
import type { Saving } from '../villages/use-saving.ts'

export type ToDetailProblem = (detail: MoveDetail) => string | null

export function useDetailProblems(missing: readonly MoveDetail[], saving: Saving): ToDetailProblem {
  const { p } = usePartWords('assigned')
  const toRefusalText = useRefusalText()
  return (detail) => {
    if (missing.includes(detail)) return p(`missing.${detail}`)
    if (saving.status !== 'refused' || toRefusedDetail(saving.problem) !== detail) return null
    return toRefusalText(saving.problem)
  }
}

function toRefusedDetail(problem: ApiProblem): string | null {
  if (problem.code === 'technology_insufficient') return 'technologies'
  return readRefusedField(problem)?.field ?? null
}
