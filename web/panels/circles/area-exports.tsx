/** How does the table of areas leave the page? With its radius, its question and the mark of an estimate. */
import { useState } from 'react'
import { exportTable, type ExportFormat, type ExportTable } from '../../export/export-table.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toFullName } from '../../i18n/unit-names.ts'
import type { AnsweredArea } from '../../state/area-screen.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures, layerOfSet } from '../../state/units.ts'
import type { AreaAnswer } from '../../workers/area.ts'

interface AreaExportsProps {
  readonly answered: AnsweredArea
  readonly area: AreaAnswer
}

export function AreaExports({ answered, area }: AreaExportsProps) {
  const { p } = usePartWords('circles')
  const [hasFailed, setFailed] = useState(false)
  const toTable = useAreaTable({ answered, area })
  const save = (format: ExportFormat) =>
    void exportTable(toTable(), format).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  return (
    <div className="row-actions">
      {(['xlsx', 'csv'] as const).map((format) => (
        <button key={format} type="button" className="text-button" onClick={() => save(format)}>
          {p(`share.${format}`)}
        </button>
      ))}
      {hasFailed && <p role="alert">{p('share.failed')}</p>}
    </div>
  )
}

function useAreaTable({ answered: { view, radius_m }, area }: AreaExportsProps): () => ExportTable {
  const { t, p, formats } = usePartWords('circles')
  return () => {
    const { province, sources, answer } = useApp.getState()
    const { question } = view
    const carrier = province?.carriers.find(({ code }) => code === question.carrier)?.name
    const toKm2 = (m2: number) => Math.round(m2 / 1e4) / 100
    return {
      title: p('area.export'),
      file_name: p('area.file'),
      notes: [
        p('mark_long'),
        p('share.question', {
          service: t(`services.${question.service}.name`),
          carrier: carrier ?? t('question.all_carriers'),
          basis: t(`bases.${question.basis}`),
          date: formats.date(question.as_of),
        }),
        p('area.sites', {
          radius: formats.distance(radius_m),
          n: formats.integer(area.site_count),
          kind: t(`gap_sites.${question.service}`),
          date: formats.date(question.as_of),
        }),
      ],
      columns: [
        { title: p('area.unit'), kind: 'text', width: 28 },
        { title: p('area.share'), kind: 'percent' },
        { title: p('area.covered'), kind: 'decimal' },
        { title: p('area.of'), kind: 'decimal' },
        { title: t(`weights.${view.weight}`), kind: 'percent' },
      ],
      rows: getUnitFeatures(sources[layerOfSet[view.unit_set]]).map(({ properties }, unit) => {
        const own = area.units[unit]
        return [
          toFullName(properties, t),
          own?.percent ?? null,
          own === undefined ? null : toKm2(own.covered_m2),
          own === undefined ? null : toKm2(own.area_m2),
          answer?.shares[unit]?.percent ?? null,
        ]
      }),
    }
  }
}
