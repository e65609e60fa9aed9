/** How is a whole batch taken back? Where somebody has changed a record since, nothing is, unless those are left. */
import { start, SureButton } from './sure-button.tsx'
import type { ImportWork } from './use-import.ts'
import { useImportWords } from './use-import-words.ts'

interface UndoPartProps {
  readonly work: ImportWork
  readonly is_busy: boolean
}

export function UndoPart({ work, is_busy }: UndoPartProps) {
  const { p, formats } = useImportWords()
  const { saving } = work
  const isDisabled = is_busy || saving.status === 'saving'
  const since =
    saving.status === 'refused' && saving.problem.code === 'import_changed_since'
      ? saving.problem.params
      : null
  return (
    <div className="edit-actions">
      {since === null ? (
        <SureButton
          look="plain-button"
          label={p('apply.undo')}
          question={p('apply.undo_sure')}
          yes={p('apply.undo')}
          no={p('opened.keep')}
          is_disabled={isDisabled}
          onYes={() => start(work.move('undo'))}
        />
      ) : (
        <div className="import-sure" role="alert">
          <p>
            {p('apply.changed_since', {
              n: formats.integer(Number(since['count'] ?? 0)),
              labels: String(since['labels'] ?? ''),
            })}
          </p>
          <button
            type="button"
            className="main-button"
            disabled={isDisabled}
            onClick={() => void work.move('undo', { leave_changed: true })}
          >
            {p('apply.leave_changed')}
          </button>
        </div>
      )}
    </div>
  )
}
