/** What did the sender add, move, change, end, drop without a word or bring back since the last list? */
import { useMemo, useState } from 'react'
import { paths } from '../../../core/api/paths.ts'
import type { ImportDifference, ImportRecord } from '../../../core/api/imports.ts'
import { call, toUrl } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { toDifferenceMark, toDifferencePlaces } from '../../state/import-places.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { DifferencesTable } from './differences-table.tsx'
import { MapLegend } from './map-legend.tsx'
import { MarkIcon } from './row-icon.tsx'
import { useImportMap } from './use-import-map.ts'
import { useImportWords } from './use-import-words.ts'

export const differenceKinds = ['added', 'moved', 'changed', 'ended', 'dropped', 'returned'] as const
type Kind = ImportDifference['kind']

const nothing: readonly ImportDifference[] = []

export function ComparisonSection({ record }: { readonly record: ImportRecord }) {
  const { p, formats, language } = useImportWords()
  const { id, version } = record
  const told = useFetched(`${id}:${version}`, (signal) => call('compareImport', { params: { id }, signal }))
  const differences = told.status === 'ready' ? told.value.differences : nothing
  const places = useMemo(() => toDifferencePlaces(differences), [differences])
  const [chosen, setChosen] = useState<Kind | null>(null)
  const map = useImportMap(told.status === 'ready' ? places : null, (place) => setChosen(place.group as Kind))
  if (told.status === 'failed') return <Refusal problem={told.problem} />
  if (told.status === 'loading') return <span className="skeleton skeleton-block" aria-busy="true" />
  const { earlier } = told.value
  if (earlier === null) return <p>{p('comparison.first')}</p>
  const count = (kind: Kind) => differences.filter((one) => one.kind === kind).length
  const kind = chosen ?? differenceKinds.find((one) => count(one) > 0) ?? 'added'
  return (
    <section className="import-preview">
      <p>{p('comparison.since', { file: earlier.file_name, date: formats.date(earlier.applied_at) })}</p>
      <div className="import-tabs import-tabs-differences" role="group" aria-label={p('opened.comparison')}>
        {differenceKinds.map((name) => (
          <button
            type="button"
            key={name}
            aria-pressed={name === kind}
            data-empty={count(name) === 0}
            onClick={() => setChosen(name)}
          >
            <MarkIcon mark={toDifferenceMark(name)} />
            <span className="import-tab-number">{formats.integer(count(name))}</span>
            <span>{p(`comparison.kinds.${name}`)}</span>
          </button>
        ))}
      </div>
      <MapLegend places={places} meanings="differences" />
      <p className="note">{p(`comparison.texts.${kind}`)}</p>
      <DifferencesTable
        key={kind}
        kind={kind}
        noun={record.noun}
        differences={differences.filter((one) => one.kind === kind)}
        pointed={map.pointed}
        onPoint={map.point}
      />
      <p>
        <a href={toUrl(paths.exportImportComparison, { id }, { language })} download>
          {p('comparison.download')}
        </a>
      </p>
    </section>
  )
}
