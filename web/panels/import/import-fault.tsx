/** Why can nothing of a file be read, and what is to be done about it? */
import type { ImportRecord } from '../../../core/api/imports.ts'
import { openImport } from './open-import.ts'
import { useImportWords } from './use-import-words.ts'

export function ImportFault({ record }: { readonly record: ImportRecord }) {
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
      <button type="button" className="plain-button" onClick={() => openImport(null)}>
        {p('fault.again')}
      </button>
    </section>
  )
}
