/** What happened, in words, with the facts that the server gave? */
import type { ApiProblem } from '../api.ts'
import { useWords } from './use-words.ts'

export function useProblemText(): (problem: Pick<ApiProblem, 'code' | 'params'>) => string {
  const { t } = useWords()
  return ({ code, params }) => {
    const retry_after_s = Number(params['retry_after_s'] ?? 0)
    return t(`errors.${code}`, { retry_after_s })
  }
}
