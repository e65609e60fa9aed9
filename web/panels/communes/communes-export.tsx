/** How does the table of communes leave the page? As a workbook or as text, as it is filtered and sorted. */
import { useState } from 'react'
import type { ExportTable } from '../../export/export-table.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import type { ListedUnit } from '../../hooks/use-succession-units.ts'
import { toFullName } from '../../i18n/unit-names.ts'
import type { CommuneRow } from './commune-rows.ts'
import { useUnitSources } from './use-unit-sources.ts'

interface CommunesExportProps {
  readonly rows: readonly CommuneRow[]
  readonly units: readonly ListedUnit[]
}

export function CommunesExport({ rows, units }: CommunesExportProps) {
  const words = usePartWords('communes')
  const { p } = words
  const source = useUnitSources(units)
  const [hasFailed, setHasFailed] = useState(false)
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      const { exportTable } = await import('../../export/export-table.ts')
      await exportTable(toExport(rows, source, words), format)
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <div className="row-actions">
      <span className="soft">{p('export')}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="text-button"
          disabled={rows.length === 0}
          onClick={() => void save(format)}
        >
          {format}
        </button>
      ))}
      {hasFailed && <span role="alert">{p('export_failed')}</span>}
    </div>
  )
}

function toExport(rows: readonly CommuneRow[], source: string, { p, t }: PartWords<'communes'>): ExportTable {
  return {
    title: p('title'),
    notes: [p('source', { source })],
    columns: [
      { title: p('columns.old_code'), kind: 'text' },
      { title: p('columns.old_kind'), kind: 'text' },
      { title: p('columns.old_name'), kind: 'text' },
      { title: p('columns.district'), kind: 'text' },
      { title: p('columns.new_code'), kind: 'text' },
      { title: p('columns.new_kind'), kind: 'text' },
      { title: p('columns.new_name'), kind: 'text' },
      { title: p('columns.since'), kind: 'date' },
      { title: p('columns.people'), kind: 'integer' },
      { title: p('columns.households'), kind: 'integer' },
      { title: p('columns.area'), kind: 'decimal' },
      { title: p('columns.code_now'), kind: 'text' },
    ],
    rows: rows.map(({ old, district, successor, code_now }) => [
      old.code,
      t(`kinds.${old.kind}`),
      old.name,
      district === null ? null : toFullName(district, t),
      successor?.code ?? null,
      successor === null ? null : t(`kinds.${successor.kind}`),
      successor?.name ?? null,
      successor?.valid_from ?? null,
      old.population,
      old.households,
      old.area_km2,
      code_now === null ? null : toFullName(code_now, t),
    ]),
    file_name: p('title').replace('↔', ''),
  }
}
