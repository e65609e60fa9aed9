/** Takes a list along as a workbook or as text. */
import { useState } from 'react'
import type { ExportFormat, ExportTable } from '../../export/export-table.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'

export function ExportButtons({ toTable }: { readonly toTable: () => ExportTable }) {
  const { p } = usePartWords('flags')
  const [hasFailed, setHasFailed] = useState(false)
  const save = async (format: ExportFormat) => {
    try {
      const { exportTable } = await import('../../export/export-table.ts')
      await exportTable(toTable(), format)
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <div className="flag-export" role="group" aria-label={p('export')}>
      <span className="soft">{p('export')}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <button type="button" className="plain-button" key={format} onClick={() => void save(format)}>
          {format}
        </button>
      ))}
      {hasFailed && <p role="alert">{p('export_failed')}</p>}
    </div>
  )
}
