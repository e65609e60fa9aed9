/** In place of a list that could not be fetched: why, and another try. */
import type { ApiProblem } from '../api.ts'
import { useProblemText } from '../hooks/use-problem-text.ts'
import { useWords } from '../hooks/use-words.ts'

interface ListProblemProps {
  readonly problem: ApiProblem
  readonly onRetry: () => void
}

export function ListProblem({ problem, onRetry }: ListProblemProps) {
  const { t } = useWords()
  const toText = useProblemText()
  return (
    <div role="alert">
      <p>{toText(problem)}</p>
      <button type="button" className="plain-button" onClick={onRetry}>
        {t('problem.retry')}
      </button>
    </div>
  )
}
