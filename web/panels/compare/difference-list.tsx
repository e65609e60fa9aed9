/** Which villages differ? Each opens to who says what on both sides, and on the map. */
import { useMemo, useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useUnitNames } from '../../hooks/use-unit-names.ts'
import { useComparison, type ComparedResult, type DifferenceFilter } from '../../state/comparison.ts'
import { listDifferingVillages, type DifferingVillage } from '../../state/differing-villages.ts'
import { ChangeMark } from './change-mark.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { useChangeWords } from './use-change-words.ts'
import { useDifferencesOnMap } from './use-differences-on-map.ts'
import { useListedUnit } from './use-listed-unit.ts'
import { WhoSays } from './who-says.tsx'

const pageLength = 100

const filters: readonly DifferenceFilter[] = [
  'all',
  'both_known',
  'gained',
  'lost',
  'better',
  'worse',
  'only_a',
  'only_b',
]

export function DifferenceList({ result }: { readonly result: ComparedResult }) {
  const { p, formats } = usePartWords('time')
  const filter = useComparison((screen) => screen.filter)
  const unit = useComparison((screen) => screen.unit)
  const listed = useMemo(() => listDifferingVillages(result, { filter, unit }), [result, filter, unit])
  const place = useListedUnit(result, unit)
  useDifferencesOnMap(listed)
  return (
    <section className="compare-list" aria-label={p('compare.list.heading')}>
      <div className="compare-list-head">
        <h3>{place ?? p('compare.table.province')}</h3>
        <FilterSelect />
        {unit !== null && (
          <button
            type="button"
            className="text-button"
            onClick={() => useComparison.setState({ unit: null })}
          >
            {p('compare.table.everywhere')}
          </button>
        )}
      </div>
      <p role="status">{p('compare.counted', { villages: formats.integer(listed.length) })}</p>
      {listed.length === 0 ? (
        <NoneListed />
      ) : (
        <>
          <ExportButtons result={result} listed={listed} place={place ?? p('compare.table.province')} />
          <Rows key={`${filter} ${unit ?? ''}`} result={result} listed={listed} />
        </>
      )}
    </section>
  )
}

function FilterSelect() {
  const { p } = usePartWords('time')
  const toWords = useChangeWords()
  const filter = useComparison((screen) => screen.filter)
  return (
    <select
      className="compare-filter"
      aria-label={p('compare.list.filter')}
      value={filter}
      onChange={(event) => {
        const chosen = filters.find((one) => one === event.currentTarget.value)
        useComparison.setState({ filter: chosen ?? 'all' })
      }}
    >
      {filters.map((one) => (
        <option key={one} value={one}>
          {toWords(one)}
        </option>
      ))}
    </select>
  )
}

function NoneListed() {
  const { p } = usePartWords('time')
  const isFiltered = useComparison(({ filter, unit }) => filter !== 'all' || unit !== null)
  return (
    <p>
      {p('compare.list.none')}{' '}
      {isFiltered && (
        <button
          type="button"
          className="text-button"
          onClick={() => useComparison.setState({ filter: 'all', unit: null })}
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
          <ChangeMark change={village.change} />
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
