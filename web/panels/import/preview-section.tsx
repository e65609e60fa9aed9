/** What would the file do? Counted, row by row with what is wrong and what would help, and on the map. */
import { useDeferredValue, useMemo, useState } from 'react'
import { toUrl } from '../../api.ts'
import { paths } from '../../../core/api/paths.ts'
import { toFirstRowTab, type RowTab } from '../../state/import-steps.ts'
import { ConflictSwitches } from './conflict-switches.tsx'
import { MapLegend } from './map-legend.tsx'
import { MissingPart } from './missing-part.tsx'
import type { PartProps } from './part-props.ts'
import { RowTabs } from './row-tabs.tsx'
import { RowsTable } from './rows-table.tsx'
import { useImportMap } from './use-import-map.ts'
import { useImportWords } from './use-import-words.ts'
import { useRowPlaces } from './use-row-places.ts'

export function PreviewSection({ record, work, is_busy, onAsk }: PartProps & { readonly onAsk: () => void }) {
  const { p, language } = useImportWords()
  const { counts, id } = record
  const [chosen, setChosen] = useState<RowTab | null>(null)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const tab = chosen ?? toFirstRowTab(record)
  const placed = useRowPlaces(record)
  // What the file does not speak of would cover the map: drawn for whoever looks at it.
  const isMissingShown = tab === 'missing'
  const places = useMemo(
    () => placed?.filter(({ group }) => isMissingShown || group !== 'missing') ?? null,
    [placed, isMissingShown],
  )
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
        <MissingPart
          record={record}
          count={counts.missing}
          is_disabled={isDisabled}
          onChange={(retire_missing) => void work.change({ retire_missing })}
        />
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
