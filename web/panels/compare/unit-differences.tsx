/** How do A and B differ in each unit? Sortable; a unit opens the list of its villages. */
import { useState } from 'react'
import type { UnitComparison } from '../../../core/coverage/compare.ts'
import { compareNames } from '../../../core/text.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toShortName, toTitleName } from '../../i18n/unit-names.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures, layerOfSet } from '../../state/units.ts'
import { changeDifferences } from './change-differences.ts'
import { toPointsText } from './to-points-text.ts'

interface Row {
  readonly code: string
  readonly name: string
  readonly title: string
  readonly comparison: UnitComparison
}

const columns = ['name', 'a', 'b', 'difference', 'gained', 'lost'] as const
type Column = (typeof columns)[number]

interface Sorting {
  readonly by: Column
  readonly direction: 'ascending' | 'descending'
}

const opposite = { ascending: 'descending', descending: 'ascending' } as const

export function UnitDifferences({ result }: { readonly result: ComparedResult }) {
  const { p } = usePartWords('time')
  const [sorting, setSorting] = useState<Sorting>({ by: 'difference', direction: 'descending' })
  const rows = useRows(result).sort((a, b) => compareRows(a, b, sorting))
  const sort = (by: Column) =>
    setSorting((before) => ({
      by,
      direction: before.by === by ? opposite[before.direction] : by === 'name' ? 'ascending' : 'descending',
    }))
  return (
    <div className="compare-table-frame">
      <table className="compare-table">
        <caption className="visually-hidden">{p('compare.table.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={sorting.by === column ? sorting.direction : 'none'}
                className={column === 'name' ? '' : 'number'}
              >
                <button type="button" onClick={() => sort(column)}>
                  {column === 'name' ? p('compare.table.unit') : p(`compare.table.${column}`)}
                  <span className="arrow" aria-hidden="true">
                    {sorting.by === column ? (sorting.direction === 'ascending' ? '↑' : '↓') : ''}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onMouseLeave={() => useApp.setState({ highlight: null })}>
          {rows.map((row) => (
            <UnitRow key={row.code} row={row} />
          ))}
        </tbody>
        <tfoot>
          <ProvinceRow comparison={result.comparison.province} />
        </tfoot>
      </table>
    </div>
  )
}

function UnitRow({ row }: { readonly row: Row }) {
  const { p } = usePartWords('time')
  const isShown = useApp((state) => state.differences.unit === row.code)
  return (
    <tr data-selected={isShown} onMouseEnter={() => useApp.setState({ highlight: row.code })}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={isShown}
          title={p('compare.table.show', { name: row.title })}
          onClick={() => changeDifferences({ unit: isShown ? null : row.code })}
        >
          {row.name}
        </button>
      </th>
      <Cells comparison={row.comparison} />
    </tr>
  )
}

function ProvinceRow({ comparison }: { readonly comparison: UnitComparison }) {
  const { p } = usePartWords('time')
  return (
    <tr>
      <th scope="row">{p('compare.table.province')}</th>
      <Cells comparison={comparison} />
    </tr>
  )
}

function Cells({ comparison }: { readonly comparison: UnitComparison }) {
  const { formats } = usePartWords('time')
  const { a, b, difference_pp, changes } = comparison
  const toShare = (percent: number | null) => (percent === null ? '–' : formats.percent(percent))
  const toCount = (count: number) => (count === 0 ? '–' : formats.integer(count))
  return (
    <>
      <td className="number">{toShare(a.percent)}</td>
      <td className="number">{toShare(b.percent)}</td>
      <td className="number">{difference_pp === null ? '–' : toPointsText(difference_pp, formats)}</td>
      <td className="number">{toCount(changes.gained.villages)}</td>
      <td className="number">{toCount(changes.lost.villages)}</td>
    </>
  )
}

function useRows({ a, comparison }: ComparedResult): Row[] {
  const { t } = usePartWords('time')
  const units = useApp((state) => state.sources[layerOfSet[a.unit_set]])
  return getUnitFeatures(units).flatMap(({ properties }, unit) => {
    const compared = comparison.units[unit]
    if (compared === undefined) return []
    const { code } = properties
    return [
      {
        code,
        name: toShortName(properties, t),
        title: toTitleName(properties, t),
        comparison: compared,
      },
    ]
  })
}

function compareRows(a: Row, b: Row, { by, direction }: Sorting): number {
  const sign = direction === 'ascending' ? 1 : -1
  if (by === 'name') return sign * compareNames(a.name, b.name)
  return sign * (toValue(a, by) - toValue(b, by)) || compareNames(a.name, b.name)
}

function toValue({ comparison }: Row, by: Exclude<Column, 'name'>): number {
  const nothing = Number.NEGATIVE_INFINITY
  switch (by) {
    case 'a':
    case 'b':
      return comparison[by].percent ?? nothing
    case 'difference':
      return comparison.difference_pp ?? nothing
    default:
      return comparison.changes[by].villages
  }
}
