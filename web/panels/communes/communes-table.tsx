/** Which old commune is in which new one? The whole table: filtered, sorted, exported. */
import { useMemo, useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { ListedUnit } from '../../hooks/use-succession-units.ts'
import { toFullName, toShortName } from '../../i18n/unit-names.ts'
import { CommunesExport } from './communes-export.tsx'
import {
  communeColumns,
  filterCommuneRows,
  listCommuneRows,
  sortCommuneRows,
  type CommuneColumn,
  type CommuneRow,
  type CommuneSort,
} from './commune-rows.ts'

interface CommunesTableProps {
  readonly units: readonly ListedUnit[]
  readonly onLookUp: (text: string) => void
}

export function CommunesTable({ units, onLookUp }: CommunesTableProps) {
  const { p, formats } = usePartWords('communes')
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<CommuneSort>({ column: 'old_code', direction: 'asc' })
  const all = useMemo(() => listCommuneRows(units), [units])
  const rows = sortCommuneRows(filterCommuneRows(all, typed), sort)
  const toggle = (column: CommuneColumn) =>
    setSort({ column, direction: sort.column === column && sort.direction === 'asc' ? 'desc' : 'asc' })
  return (
    <section className="communes-all" aria-label={p('all', { n: formats.integer(all.length) })}>
      <h3>{p('all', { n: formats.integer(all.length) })}</h3>
      <div className="communes-tools">
        <label className="form-field">
          <span className="visually-hidden">{p('filter')}</span>
          <input
            type="search"
            placeholder={p('filter')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <CommunesExport rows={rows} units={units} />
      </div>
      {rows.length === 0 ? (
        <p>{p('none_left', { typed: typed.trim() })}</p>
      ) : (
        <table className="communes-table">
          <SortableHead sort={sort} onToggle={toggle} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.old.code} row={row} onLookUp={onLookUp} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface SortableHeadProps {
  readonly sort: CommuneSort
  readonly onToggle: (column: CommuneColumn) => void
}

function SortableHead({ sort, onToggle }: SortableHeadProps) {
  const { p } = usePartWords('communes')
  const toAria = (column: CommuneColumn) =>
    sort.column !== column ? 'none' : sort.direction === 'asc' ? 'ascending' : 'descending'
  return (
    <thead>
      <tr>
        {communeColumns.map((column) => (
          <th key={column} scope="col" aria-sort={toAria(column)}>
            <button type="button" title={p('sort')} onClick={() => onToggle(column)}>
              {p(`columns.${column}`)}
              <span className="arrow" aria-hidden="true">
                {sort.column !== column ? '' : sort.direction === 'asc' ? '↑' : '↓'}
              </span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Row({ row, onLookUp }: { readonly row: CommuneRow; readonly onLookUp: (text: string) => void }) {
  const { p, t } = usePartWords('communes')
  const { old, district, successor, code_now } = row
  const toButton = (unit: ListedUnit) => (
    <button
      type="button"
      className="text-button"
      aria-label={p('look_up', { name: toFullName(unit, t) })}
      onClick={() => onLookUp(toFullName(unit, t))}
    >
      {toFullName(unit, t)}
    </button>
  )
  return (
    <tr>
      <td>
        {old.code}
        {code_now !== null && (
          <span className="soft commune-code-now">
            {p('code_is', { code: old.code, name: toFullName(code_now, t) })}
          </span>
        )}
      </td>
      <th scope="row">{toButton(old)}</th>
      <td>{district === null ? '' : toShortName(district, t)}</td>
      <td>{successor?.code}</td>
      <td>{successor === null ? '' : toButton(successor)}</td>
    </tr>
  )
}
