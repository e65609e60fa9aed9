/** How does the list become a file? The rows listed, with both questions, the filter and what the numbers are. */
import { useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { ExportFormat } from '../../export/export-table.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import type { DifferingVillage } from '../../state/differing-villages.ts'
import { useDifferenceTable } from './use-difference-table.ts'

interface ExportButtonsProps {
  readonly result: ComparedResult
  readonly listed: readonly DifferingVillage[]
  /** Whose villages are listed. */
  readonly place: string
}

const formats: readonly ExportFormat[] = ['xlsx', 'csv']

export function ExportButtons({ result, listed, place }: ExportButtonsProps) {
  const { p } = usePartWords('time')
  const [hasFailed, setFailed] = useState(false)
  const toTable = useDifferenceTable(result, place)
  const write = async (format: ExportFormat) => {
    const { exportTable } = await import('../../export/export-table.ts')
    await exportTable(toTable(listed), format)
  }
  return (
    <p>
      {p('compare.export_as')}
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className="text-button compare-export"
          onClick={() => {
            setFailed(false)
            write(format).catch(() => setFailed(true))
          }}
        >
          {p(`compare.${format}`)}
        </button>
      ))}
      {hasFailed && (
        <span role="alert" className="form-problem">
          {p('compare.list.failed')}
        </span>
      )}
    </p>
  )
}
