/** What would the file do? Counted, row by row with what is wrong and what would help, and on the map. */
import { useDeferredValue, useState } from 'react'
import { toUrl } from '../../api.ts'
import { paths } from '../../../core/api/paths.ts'
import { toFirstRowTab, type RowTab } from '../../state/import-steps.ts'
import { ConflictSwitches } from './conflict-switches.tsx'
import { MapLegend } from './map-legend.tsx'
import type { PartProps } from './part-props.ts'
import { RowTabs } from './row-tabs.tsx'
import { RowsTable } from './rows-table.tsx'
import { useImportMap } from './use-import-map.ts'
import { useImportWords } from './use-import-words.ts'
import { useRowPlaces } from './use-row-places.ts'

export function PreviewSection({ record, work, is_busy, onAsk }: PartProps & { readonly onAsk: () => void }) {
  const { p, language, formats } = useImportWords()
  const { counts, id } = record
  const [chosen, setChosen] = useState<RowTab | null>(null)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const tab = chosen ?? toFirstRowTab(counts)
  const places = useRowPlaces(record)
  const map = useImportMap(places, (place) => {
    setChosen(place.group as RowTab)
    setTyped(place.label)
  })
  if (counts === null) return null
  const isDisabled = is_busy || !record.may.includes('change') || work.saving.status === 'saving'
  return (
    <section className="import-preview">
      <RowTabs
        counts={counts}
        tab={tab}
        onChoose={(next) => {
          setChosen(next)
          setTyped('')
        }}
      />
      <MapLegend places={places} />
      {tab === 'conflicting' && (
        <ConflictSwitches
          conflicts={record.conflicts}
          is_disabled={isDisabled}
          onChange={(accepted) => void work.change({ accepted })}
        />
      )}
      {tab === 'missing' && counts.missing > 0 && (
        <label className="import-switch">
          <input
            type="checkbox"
            checked={record.retire_missing}
            disabled={isDisabled}
            onChange={({ target }) => void work.change({ retire_missing: target.checked })}
          />
          <span>
            {p('preview.retire', { n: formats.integer(counts.missing) })}
            <span className="soft"> {p('preview.retire_hint')}</span>
          </span>
        </label>
      )}
      {tab === 'refused' && counts.refused > 0 && (
        <a href={toUrl(paths.exportImportProblems, { id }, { language })} download>
          {p('preview.problems_file')}
        </a>
      )}
      {tab === 'asking' && record.question_count > 0 && (
        <p>
          {p('preview.asks')}{' '}
          <button type="button" className="text-button" onClick={onAsk}>
            {p('preview.to_questions')}
          </button>
        </p>
      )}
      <RowsTable
        record={record}
        tab={tab}
        text={text}
        search={<Search typed={typed} onType={setTyped} />}
        is_disabled={isDisabled}
        pointed={map.pointed}
        onPoint={(row) => map.point({ at: row.at, label: row.label })}
        onDecide={(at, decision) => void work.change({ rows: { [String(at)]: decision } })}
      />
    </section>
  )
}

interface SearchProps {
  readonly typed: string
  readonly onType: (text: string) => void
}

function Search({ typed, onType }: SearchProps) {
  const { p } = useImportWords()
  return (
    <div className="import-search">
      <input
        type="search"
        maxLength={100}
        aria-label={p('preview.search')}
        placeholder={p('preview.search_placeholder')}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {typed !== '' && (
        <button type="button" className="text-button" onClick={() => onType('')}>
          {p('preview.clear')}
        </button>
      )}
    </div>
  )
}
