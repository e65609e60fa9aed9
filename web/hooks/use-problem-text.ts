/** What happened, in words, with the facts that the server gave? */
import type { ApiProblem } from '../api.ts'
import { useWords } from './use-words.ts'

/** Reasons that the server gives for what cannot be put back; without one it is the kind of the entry. */
const notRestorable = ['merged_since', 'no_statements'] as const

export function useProblemText(): (problem: Pick<ApiProblem, 'code' | 'params'>) => string {
  const { t } = useWords()
  return ({ code, params }) => {
    const reason = notRestorable.find((known) => known === params['reason'])
    if (code === 'not_restorable') {
      return t(`not_restorable.${reason ?? 'of_kind'}`, { code: String(params['code'] ?? '') })
    }
    const retry_after_s = Number(params['retry_after_s'] ?? 0)
    return t(`errors.${code}`, { retry_after_s })
  }
}
