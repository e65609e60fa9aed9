/** One row for each report to be asked about: where, what, why, when. */
import { useEffect, useRef, useState } from 'react'
import type { ImplausibleRow } from '../../../core/api/implausible.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { flagColumns, useFlagTable, type FlagColumn } from '../../state/flag-rows.ts'
import { useApp } from '../../state/store.ts'
import { lookAt, select } from '../../state/transitions.ts'
import { CarrierMark } from '../carrier-mark.tsx'
import { createReasonText } from './reason-text.ts'

/** Rows at once: more are drawn when asked for. */
const step = 200

export function FlagTable({ rows }: { readonly rows: readonly ImplausibleRow[] }) {
  const { p, formats } = usePartWords('flags')
  const [shown, setShown] = useState(step)
  const body = useRef<HTMLTableSectionElement>(null)
  const opened_id = useFlagTable((view) => view.opened_id)
  // Back from a village, where one was: after the page has taken the focus to its name.
  useEffect(() => {
    if (opened_id === null) return
    const frame = requestAnimationFrame(() => {
      body.current?.querySelector<HTMLElement>(`[data-flag="${opened_id}"] button`)?.focus()
      useFlagTable.setState({ opened_id: null })
    })
    return () => cancelAnimationFrame(frame)
  }, [opened_id])
  return (
    <>
      <table className="flag-table flag-list">
        <thead>
          <tr>
            {flagColumns.map((column) => (
              <SortedHead key={column} column={column} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.slice(0, shown).map((row) => (
            <FlagRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" className="plain-button" onClick={() => setShown(shown + step)}>
          {p('more', { n: formats.integer(Math.min(step, rows.length - shown)) })}
        </button>
      )}
    </>
  )
}

function SortedHead({ column }: { readonly column: FlagColumn }) {
  const { p } = usePartWords('flags')
  const { sorted_by, direction } = useFlagTable()
  const isSorted = sorted_by === column
  const name = p(`columns.${column}`)
  return (
    <th scope="col" aria-sort={isSorted ? (direction === 'up' ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        title={p('sort_by', { column: name.toLowerCase() })}
        onClick={() =>
          useFlagTable.setState({
            sorted_by: column,
            direction: isSorted && direction === 'up' ? 'down' : 'up',
          })
        }
      >
        {name}
        <span className="arrow" aria-hidden="true">
          {isSorted ? (direction === 'up' ? '↑' : '↓') : ''}
        </span>
      </button>
    </th>
  )
}

function FlagRow({ row }: { readonly row: ImplausibleRow }) {
  const words = usePartWords('flags')
  const { t, p, formats } = words
  const toText = createReasonText(words)
  return (
    <tr data-flag={row.id}>
      <th scope="row">
        <button
          type="button"
          className="village-name"
          aria-label={p('open_of', { name: row.village_name })}
          onClick={() => open(row)}
        >
          {row.village_name}
        </button>
        <span className="soft">
          {row.commune_name}, {row.district_name}
        </span>
      </th>
      <td>
        <strong>{t(`services.${row.service}.short`)}</strong> <CarrierMark code={row.carrier_code} />
        <span className="soft flag-said">{p('said', { state: t(`states.${row.state}`).toLowerCase() })}</span>
      </td>
      <td>
        <ul>
          {row.reasons.map((reason) => (
            <li key={reason.code}>
              <strong>{p(`reasons.${reason.code}`)}.</strong> {toText(row, reason)}
            </li>
          ))}
        </ul>
      </td>
      <td className="flag-day">
        {formats.date(row.observed_on)}
        {!row.is_current && <span className="soft">{p('earlier')}</span>}
      </td>
    </tr>
  )
}

function open({ id, village_id, lng, lat }: ImplausibleRow): void {
  useFlagTable.setState({ opened_id: id })
  useApp.setState((state) => ({
    ...select(state, { type: 'village', id: village_id }),
    ...lookAt(state, [lng, lat]),
    page: 'map',
  }))
}
