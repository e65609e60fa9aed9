/** A record that is on its way, or could not be had: what happened. */
import type { ApiProblem } from '../api.ts'
import { useWords } from '../hooks/use-words.ts'
import { PanelFrame } from './panel-frame.tsx'

interface RecordProblemProps {
  readonly problem: ApiProblem | null
  readonly focus_key: string
}

export function RecordProblem({ problem, focus_key }: RecordProblemProps) {
  const { t } = useWords()
  if (problem === null) {
    return (
      <section className="selected" aria-busy="true" aria-label={t('panel.loading')}>
        <span className="skeleton skeleton-line" />
        <span className="skeleton skeleton-line" />
        <span className="skeleton skeleton-block" />
      </section>
    )
  }
  return (
    <PanelFrame title={t(`errors.${problem.code}`)} focus_key={focus_key}>
      {problem.request_id !== null && (
        <p className="soft">{t('problem.request', { id: problem.request_id })}</p>
      )}
    </PanelFrame>
  )
}
