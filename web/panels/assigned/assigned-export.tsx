/** Takes the listed villages along: exactly those that the filters keep. */
import { useState } from 'react'
import { exportTable, type ExportFormat } from '../../export/export-table.ts'
import type { AssignedRow } from '../../state/assigned-rows.ts'
import { toAssignedTable, type AssignedTable } from './to-assigned-table.ts'
import { useAssignedWords } from './use-assigned-words.ts'

export function AssignedExport({
  rows,
  today,
  filtered_by,
}: { readonly rows: readonly AssignedRow[] } & AssignedTable) {
  const words = useAssignedWords()
  const { p } = words
  const [status, setStatus] = useState<'idle' | 'failed'>('idle')
  const write = (format: ExportFormat) => {
    setStatus('idle')
    exportTable(toAssignedTable(words, rows, { today, filtered_by }), format).catch(() => setStatus('failed'))
  }
  return (
    <span className="assigned-export" role="group" aria-label={p('export')}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <button
          type="button"
          key={format}
          className="plain-button"
          disabled={rows.length === 0}
          onClick={() => write(format)}
        >
          ↓ {format}
        </button>
      ))}
      {status === 'failed' && (
        <span className="note" role="alert">
          {p('export_failed')}
        </span>
      )}
    </span>
  )
}
