/** Which villages differ? Each opens to who says what on both sides, and on the map. */
import { useMemo, useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useUnitNames } from '../../hooks/use-unit-names.ts'
import { allDifferences, differenceFilters } from '../../state/compare-slice.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import {
  isKnownOnBothSides,
  listDifferingVillages,
  type DifferingVillage,
} from '../../state/differing-villages.ts'
import { useApp } from '../../state/store.ts'
import { changeDifferences } from './change-differences.ts'
import { ChangeMark } from './change-mark.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { useChangeWords } from './use-change-words.ts'
import { useDifferencesOnMap } from './use-differences-on-map.ts'
import { useListedUnit } from './use-listed-unit.ts'
import { WhoSays } from './who-says.tsx'

const pageLength = 100

export function DifferenceList({ result }: { readonly result: ComparedResult }) {
  const { p, formats } = usePartWords('time')
  const filter = useApp((state) => state.differences.filter)
  const listedUnit = useListedUnit(result)
  const unit = listedUnit?.position ?? null
  const place = listedUnit?.name ?? p('compare.table.province')
  const listed = useMemo(() => listDifferingVillages(result, { filter, unit }), [result, filter, unit])
  useDifferencesOnMap(listed)
  return (
    <section className="compare-list" aria-label={p('compare.list.heading')}>
      <div className="compare-list-head">
        <h3>{place}</h3>
        <FilterSelect />
        {unit !== null && (
          <button type="button" className="text-button" onClick={() => changeDifferences({ unit: null })}>
            {p('compare.table.everywhere')}
          </button>
        )}
      </div>
      <p role="status">{p('compare.counted', { villages: formats.integer(listed.length) })}</p>
      {listed.length === 0 ? (
        <NoneListed />
      ) : (
        <>
          <ExportButtons result={result} listed={listed} place={place} />
          <Rows key={`${filter} ${unit ?? ''}`} result={result} listed={listed} />
        </>
      )}
    </section>
  )
}

function FilterSelect() {
  const { p } = usePartWords('time')
  const toWords = useChangeWords()
  const filter = useApp((state) => state.differences.filter)
  return (
    <select
      className="compare-filter"
      aria-label={p('compare.list.filter')}
      value={filter}
      onChange={(event) => {
        const chosen = differenceFilters.find((one) => one === event.currentTarget.value)
        changeDifferences({ filter: chosen ?? allDifferences.filter })
      }}
    >
      {differenceFilters.map((one) => (
        <option key={one} value={one}>
          {toWords(one)}
        </option>
      ))}
    </select>
  )
}

function NoneListed() {
  const { p } = usePartWords('time')
  const isFiltered = useApp(({ differences: { filter, unit } }) => filter !== 'all' || unit !== null)
  return (
    <p>
      {p('compare.list.none')}{' '}
      {isFiltered && (
        <button
          type="button"
          className="text-button"
          onClick={() => useApp.setState({ differences: allDifferences })}
        >
          {p('compare.list.show_all')}
        </button>
      )}
    </p>
  )
}

interface RowsProps {
  readonly result: ComparedResult
  readonly listed: readonly DifferingVillage[]
}

function Rows({ result, listed }: RowsProps) {
  const { p, formats } = usePartWords('time')
  const [length, setLength] = useState(pageLength)
  const left = listed.length - length
  return (
    <>
      <ul>
        {listed.slice(0, length).map((village) => (
          <VillageRow key={village.feature.id} result={result} village={village} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="plain-button" onClick={() => setLength(length + pageLength)}>
          {p('compare.list.more', { n: formats.integer(Math.min(left, pageLength)) })}
        </button>
      )}
    </>
  )
}

function VillageRow({
  result,
  village,
}: {
  readonly result: ComparedResult
  readonly village: DifferingVillage
}) {
  const { p, formats } = usePartWords('time')
  const toWords = useChangeWords()
  const toUnitName = useUnitNames()
  const [isOpen, setOpen] = useState(false)
  const { name, commune_code, population } = village.feature.properties
  const people =
    population === null
      ? p('compare.list.people_unknown')
      : p('compare.list.people', { n: formats.integer(population) })
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <ChangeMark change={village.change} known={isKnownOnBothSides(village) ? 'both' : 'one_side'} />
          <span>
            <strong>{name}</strong> <span className="soft">{toUnitName('commune_code', commune_code)}</span>
            <br />
            <span className="soft">
              {toWords(village.change)} ·{' '}
              {p('compare.list.from_to', {
                a: p(`compare.state.${village.a}`),
                b: p(`compare.state.${village.b}`),
              })}{' '}
              · {people}
            </span>
          </span>
        </summary>
        {isOpen && <WhoSays result={result} village={village} />}
      </details>
    </li>
  )
}
