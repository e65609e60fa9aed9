/** Nothing can be shown: what happened, what was kept, what to do. */
import type { ApiProblem } from '../api.ts'
import { useWords } from '../hooks/use-words.ts'
import { open } from '../start.ts'

export function ProblemPage({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useWords()
  return (
    <div className="problem" role="alert">
      <h2>{t('problem.heading')}</h2>
      <p>{t(`errors.${problem.code}`)}</p>
      <p className="soft">{t('problem.kept')}</p>
      {problem.request_id !== null && (
        <p className="soft">{t('problem.request', { id: problem.request_id })}</p>
      )}
      <button type="button" className="main-button" onClick={() => void open()}>
        {t('problem.retry')}
      </button>
    </div>
  )
}
