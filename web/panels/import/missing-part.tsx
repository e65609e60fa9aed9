/** What of the sender does the file not speak of? Nothing comes of it, unless it is to be retired. */
import type { ImportRecord } from '../../../core/api/imports.ts'
import { useImportWords } from './use-import-words.ts'

interface MissingPartProps {
  readonly record: ImportRecord
  readonly count: number
  readonly is_disabled: boolean
  readonly onChange: (retire_missing: boolean) => void
}

export function MissingPart({ record, count, is_disabled, onChange }: MissingPartProps) {
  const { p, formats } = useImportWords()
  return (
    <>
      <p className="note">{p(record.earlier === null ? 'preview.missing_first' : 'preview.missing_later')}</p>
      <label className="import-switch">
        <input
          type="checkbox"
          checked={record.retire_missing}
          disabled={is_disabled}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{p('preview.retire', { n: formats.integer(count) })}</span>
      </label>
    </>
  )
}
