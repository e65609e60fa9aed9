/** How do trial sites leave the page: as a link for anybody, as a table of what they gain, as GeoJSON? */
import { useState } from 'react'
import { exportTable, type ExportFormat } from '../../export/export-table.ts'
import { saveFile } from '../../export/save-file.ts'
import { toFileName } from '../../export/to-file-name.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toTrialCollection } from '../../state/circle-table.ts'
import { useApp } from '../../state/store.ts'
import { useTrialScreen } from '../../state/trial-screen.ts'
import { useTrialTable } from './use-trial-table.ts'

type News = 'copied' | 'copy_failed' | 'failed' | null

export function TrialExports() {
  const { p } = usePartWords('circles')
  const [news, setNews] = useState<News>(null)
  const toTable = useTrialTable()
  const hasAnswer = useTrialScreen((screen) => screen.answered !== null)
  const exportAs = async (format: ExportFormat) => {
    const table = toTable()
    if (table !== null) await exportTable(table, format)
  }
  const tell = (work: Promise<unknown>, done: News, failed: News) =>
    void work.then(
      () => setNews(done),
      () => setNews(failed),
    )
  return (
    <section aria-label={p('share.heading')}>
      <h3>{p('share.heading')}</h3>
      <div className="row-actions">
        <button
          type="button"
          className="text-button"
          onClick={() => tell(navigator.clipboard.writeText(window.location.href), 'copied', 'copy_failed')}
        >
          {p('share.copy')}
        </button>
        {hasAnswer &&
          (['xlsx', 'csv'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="text-button"
              onClick={() => tell(exportAs(format), null, 'failed')}
            >
              {p(`share.${format}`)}
            </button>
          ))}
        <GeoJsonButton />
      </div>
      <p role="status">{news === null ? '' : p(`share.${news}`)}</p>
    </section>
  )
}

function GeoJsonButton() {
  const { p } = usePartWords('circles')
  const trial = useApp((state) => state.trial)
  const save = () => {
    const collection = toTrialCollection(trial, {
      mark: p('mark'),
      toName: (index) => p('trial.name', { n: index + 1 }),
    })
    const content = new Blob([JSON.stringify(collection)], { type: 'application/geo+json' })
    saveFile(content, toFileName(p('share.file'), 'geojson'))
  }
  return (
    <button type="button" className="text-button" onClick={save}>
      {p('share.geojson')}
    </button>
  )
}
