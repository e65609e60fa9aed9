/** Which conflicts are accepted? Each kind at once: its rows are then written with the rest. */
import type { ImportRecord } from '../../../core/api/imports.ts'
import { toAccepted } from '../../state/import-steps.ts'
import { useImportWords } from './use-import-words.ts'

type Conflicts = ImportRecord['conflicts']

interface ConflictSwitchesProps {
  readonly conflicts: Conflicts
  readonly is_disabled: boolean
  readonly onChange: (accepted: Conflicts[number]['code'][]) => void
}

export function ConflictSwitches({ conflicts, is_disabled, onChange }: ConflictSwitchesProps) {
  const { p, formats } = useImportWords()
  return (
    <ul className="import-conflicts">
      {conflicts.map(({ code, rows, accepted }) => {
        const title = p(`conflicts.${code}.title`)
        return (
          <li key={code}>
            <div>
              <strong>{title}</strong>{' '}
              <span className="soft">{p('preview.conflict_rows', { n: formats.integer(rows) })}</span>
              <p className="soft">{p(`conflicts.${code}.text`)}</p>
            </div>
            <label className="import-switch">
              <input
                type="checkbox"
                checked={accepted}
                disabled={is_disabled}
                aria-label={p('preview.conflict_accept_of', { title })}
                onChange={() => onChange(toAccepted(conflicts, code))}
              />
              <span>{p('preview.conflict_accept')}</span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}
