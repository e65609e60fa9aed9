/** How far is the server with a file? Its step in words and a bar; told aloud when the step is another one. */
import type { ImportRecord } from '../../../core/api/imports.ts'
import { toProgressShare } from '../../state/import-steps.ts'
import { useImportWords } from './use-import-words.ts'

interface ImportProgressProps {
  readonly record: ImportRecord
  /** It was compared before: what was found then stays in sight. */
  readonly is_again: boolean
}

export function ImportProgress({ record: { progress }, is_again }: ImportProgressProps) {
  const { p, formats } = useImportWords()
  const step = progress?.step ?? 'waiting'
  const share = toProgressShare(progress)
  const count =
    progress === null || progress.done === 0
      ? null
      : progress.total === null
        ? p('progress.so_far', { done: formats.integer(progress.done) })
        : p('progress.of', { done: formats.integer(progress.done), total: formats.integer(progress.total) })
  return (
    <div className="import-progress">
      <p role="status">{is_again && step !== 'writing' ? p('progress.again') : `${p(`steps.${step}`)}…`}</p>
      <progress aria-label={p('progress.label')} value={share ?? undefined} />
      {count !== null && <span className="soft number">{count}</span>}
    </div>
  )
}
