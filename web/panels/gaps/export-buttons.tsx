/** How is the list taken away? As a file that holds exactly what is listed and drawn. */
import { useState } from 'react'
import { exportTable, type ExportFormat } from '../../export/export-table.ts'
import type { OpenGapList } from '../../hooks/use-gap-list.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import type { GroupNames } from './list-words.ts'
import { toExportTable } from './to-export-table.ts'

interface ExportButtonsProps {
  readonly open: OpenGapList
  readonly names: GroupNames
}

const formats: readonly ExportFormat[] = ['xlsx', 'csv']

export function ExportButtons({ open, names }: ExportButtonsProps) {
  const words = usePartWords('gaps')
  const [status, setStatus] = useState<'idle' | 'failed'>('idle')
  const { p } = words
  const write = (format: ExportFormat) => {
    const { province, question, today } = useApp.getState()
    if (province === null) return
    setStatus('idle')
    exportTable(toExportTable(open, { province, question, today, names }, words), format).catch(() =>
      setStatus('failed'),
    )
  }
  return (
    <span className="list-export" role="group" aria-label={p('export')}>
      {formats.map((format) => (
        <button
          type="button"
          key={format}
          className="plain-button"
          disabled={open.list.rows.length === 0}
          onClick={() => write(format)}
        >
          ↓ {p(`export_${format}`)}
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
