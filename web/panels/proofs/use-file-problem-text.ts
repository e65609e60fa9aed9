/** Why was a file refused, and what can its sender do about it? */
import type { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { toMegabytes } from './megabytes.ts'

export function useFileProblemText(): (problem: Pick<ApiProblem, 'code' | 'params'>) => string {
  const { p, formats } = usePartWords('proofs')
  const toText = useProblemText()
  const toSize = (bytes: unknown) => formats.decimal(toMegabytes(Number(bytes)))
  return (problem) => {
    const facts = Object.fromEntries(
      Object.entries(problem.params).map(([name, value]) => [name, String(value ?? '')]),
    )
    const { problem: kind = '', found = '' } = facts
    switch (problem.code) {
      case 'file_unfit':
        if (/hei[cf]/.test(found)) return p('unfit.heic')
        return p(`unfit.${kind}` as 'unfit.type', { ...facts, defaultValue: toText(problem) })
      case 'file_too_large':
        return p('too_large', { size: toSize(problem.params['bytes']), most: toSize(problem.params['most']) })
      case 'drive_test_unfit':
        return p(`drive_unfit.${kind}` as 'drive_unfit.value', { ...facts, defaultValue: toText(problem) })
      default:
        return toText(problem)
    }
  }
}
