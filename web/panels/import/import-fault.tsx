/** Why can nothing of a file be read, and what is to be done about it? */
import type { ImportRecord } from '../../../core/api/imports.ts'
import { openImport } from './open-import.ts'
import type { ImportWork } from './use-import.ts'
import { useImportWords } from './use-import-words.ts'

interface ImportFaultProps {
  readonly record: ImportRecord
  readonly work: ImportWork
}

export function ImportFault({ record, work }: ImportFaultProps) {
  const { p, toFault } = useImportWords()
  const fault = record.fault === null ? null : toFault(record.fault)
  return (
    <section className="import-callout import-callout-gap" role="alert">
      <h4>{p('fault.title')}</h4>
      {fault !== null && (
        <p>
          {fault.text} <strong>{fault.remedy}</strong>
        </p>
      )}
      <p className="soft">{p('fault.kept')}</p>
      <div className="edit-actions">
        <button type="button" className="plain-button" onClick={() => openImport(null)}>
          {p('fault.again')}
        </button>
        {record.may.includes('change') && (
          <button
            type="button"
            className="plain-button"
            disabled={work.saving.status === 'saving'}
            // Said again as it is, it is read again.
            onClick={() => void work.change({ noun: record.noun })}
          >
            {p('fault.read_again')}
          </button>
        )}
      </div>
    </section>
  )
}
