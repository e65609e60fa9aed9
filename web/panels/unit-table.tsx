/** How do the units compare? Sortable, linked with the map both ways. */
import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useDistrictNames } from '../hooks/use-district-names.ts'
import { useUnitTable } from '../hooks/use-unit-table.ts'
import { useWords } from '../hooks/use-words.ts'
import { useTarget } from '../hooks/use-target.ts'
import { useApp } from '../state/store.ts'
import type { UnitRow, UnitTable as Table } from '../state/unit-rows.ts'
import { toBarStart } from './share-bar.tsx'
import { UnitTableHead } from './unit-table-head.tsx'
import { UnitTableRow } from './unit-table-row.tsx'
import { compareNames } from '../../core/text.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

const noRows: UnitRow[] = []

export function UnitTable() {
  const table = useUnitTable()
  return table === null ? <TableSkeleton /> : <FilledTable table={table} />
}

function FilledTable({ table }: { readonly table: Table }) {
  const { t } = useWords()
  const answer = useApp((state) => state.answer)
  const data = useMemo(() => (table.rows.length === 0 ? noRows : [...table.rows]), [table])
  const columns = useMemo(
    () => [
      {
        id: 'name',
        accessorFn: (row: UnitRow) => row.name,
        sortFn: (a: { original: UnitRow }, b: { original: UnitRow }) =>
          compareNames(a.original.name, b.original.name),
      },
      {
        id: 'percent',
        accessorFn: (row: UnitRow) => row.percent ?? undefined,
        sortFn: (a: { original: UnitRow }, b: { original: UnitRow }) =>
          (a.original.percent ?? 0) - (b.original.percent ?? 0) ||
          b.original.remaining - a.original.remaining,
        sortUndefined: 'last' as const,
        sortDescFirst: false,
      },
      { id: 'remaining', accessorFn: (row: UnitRow) => row.remaining, sortDescFirst: true },
    ],
    [],
  )
  const sorted = useTable(
    { features, columns, data, initialState: { sorting: [{ id: 'percent', desc: false }] } },
    (state) => ({ sorting: state.sorting }),
  )
  const districts = useDistrictNames()
  const barStart = toBarStart(table.rows)
  if (answer === null) return null
  const { service } = answer.view.question
  return (
    <div className="unit-table-frame" id="table">
      <table className="unit-table">
        <caption className="visually-hidden">
          {t('table.caption', { has: t(`services.${service}.has`) })}
        </caption>
        <UnitTableHead
          unit_set={answer.view.unit_set}
          columns={sorted.getAllLeafColumns().map((column) => ({
            id: column.id,
            direction: column.getIsSorted(),
            toggle: () => column.toggleSorting(),
          }))}
        />
        <tbody onMouseLeave={() => useApp.setState({ highlight: null })}>
          {sorted.getRowModel().rows.map(({ original: row }) => (
            <UnitTableRow
              key={row.code}
              row={row}
              unit_set={answer.view.unit_set}
              table={table}
              within={districts.get(row.parent_code ?? '')}
              barStart={barStart}
            />
          ))}
        </tbody>
      </table>
      <TableNote barStart={barStart} />
    </div>
  )
}

function TableNote({ barStart }: { readonly barStart: number }) {
  const { t, formats } = useWords()
  const target = useTarget()
  return (
    <p className="note table-note">
      {t('table.bar_from', { percent: formats.shortPercent(barStart) })}
      {target !== null && ` · ${t('table.bar_target', { percent: formats.shortPercent(target.percent) })}`}
    </p>
  )
}

function TableSkeleton() {
  return (
    <div className="unit-table-frame" aria-hidden="true">
      {Array.from({ length: 10 }, (_, row) => (
        <span className="skeleton skeleton-row" key={row} />
      ))}
    </div>
  )
}
