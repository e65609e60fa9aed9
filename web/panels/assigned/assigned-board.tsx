/** How do carriers and districts stand? Every number opens the villages that it counts. */
import { useMemo, useState } from 'react'
import { toBoard, toToldSums, type BoardLine } from '../../state/assigned-board.ts'
import type { AssignedRow } from '../../state/assigned-rows.ts'
import type { AssignedView } from '../../state/assigned-view.ts'
import { Segmented } from '../segmented.tsx'
import { listOnly } from './change-assigned.ts'
import { useAssignedWords, type AssignedWords } from './use-assigned-words.ts'

type By = 'carrier' | 'district'

export function AssignedBoard({ rows }: { readonly rows: readonly AssignedRow[] }) {
  const words = useAssignedWords()
  const { p } = words
  const [by, setBy] = useState<By>('carrier')
  const lines = useMemo(
    () => toBoard(rows, by === 'carrier' ? (row) => toCarrier(row, words) : (row) => toDistrict(row, words)),
    // Words are new with every drawing and say the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [rows, by, words.p],
  )
  const total: BoardLine = {
    code: null,
    name: p('board.total'),
    assigned: rows.length,
    told: toToldSums(rows),
  }
  const isTold = total.told !== null
  return (
    <details className="assigned-board" open>
      <summary>
        <h3>{p('board.title')}</h3>
      </summary>
      <Segmented
        legend={p('board.by')}
        value={by}
        choices={(['carrier', 'district'] as const).map((value) => ({ value, label: p(`board.${value}`) }))}
        onChange={setBy}
      />
      <div className="assigned-board-frame" tabIndex={0} role="region" aria-label={p('board.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{p(`board.${by}`)}</th>
              <th scope="col">{p('board.assigned')}</th>
              {isTold &&
                (['confirmed', 'awaiting', 'late', 'days_late', 'blocked'] as const).map((column) => (
                  <th scope="col" key={column}>
                    {p(`board.${column}`)}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <BoardRow
                key={line.code}
                line={line}
                own={line.code === null ? null : { [by]: line.code }}
                is_told={isTold}
              />
            ))}
          </tbody>
          {lines.length > 1 && (
            <tfoot>
              <BoardRow line={total} own={{}} is_told={isTold} />
            </tfoot>
          )}
        </table>
      </div>
    </details>
  )
}

function toCarrier({ record: { carrier_code } }: AssignedRow, { nameCarrier }: AssignedWords) {
  return { code: carrier_code, name: nameCarrier(carrier_code) }
}

function toDistrict({ record }: AssignedRow, { p }: AssignedWords) {
  return { code: record.district_code, name: record.district_name ?? p('board.none') }
}

interface BoardRowProps {
  readonly line: BoardLine
  /** Whose villages they are; null where no filter names them. */
  readonly own: Partial<AssignedView> | null
  readonly is_told: boolean
}

function BoardRow({ line, own, is_told }: BoardRowProps) {
  const { p, t } = useAssignedWords()
  const { told, name } = line
  const number = (column: string, count: number, filter: Partial<AssignedView>) => (
    <BoardNumber
      name={name}
      column={column}
      count={count}
      filter={own === null ? null : { ...own, ...filter }}
    />
  )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{number(p('board.assigned'), line.assigned, {})}</td>
      {is_told && told === null && <td colSpan={5}>–</td>}
      {told !== null && (
        <>
          <td>{number(p('board.confirmed'), told.confirmed, { urgency: 'done' })}</td>
          <td>{number(p('board.awaiting'), told.awaiting, { urgency: 'awaiting' })}</td>
          <td>{number(p('board.late'), told.late, { urgency: 'overdue' })}</td>
          <td>{number(p('board.days_late'), told.days_late, { urgency: 'overdue' })}</td>
          <td className="assigned-board-blocked">
            {told.blocked.length === 0 && '0'}
            {told.blocked.map(({ blocker, count }) => (
              <span key={blocker}>
                {t(`blockers.${blocker}`)} {number(t(`blockers.${blocker}`), count, { blocker })}
              </span>
            ))}
          </td>
        </>
      )}
    </tr>
  )
}

interface BoardNumberProps {
  readonly name: string
  readonly column: string
  readonly count: number
  readonly filter: Partial<AssignedView> | null
}

function BoardNumber({ name, column, count, filter }: BoardNumberProps) {
  const { p, formats } = useAssignedWords()
  const n = formats.integer(count)
  if (count === 0 || filter === null) return <>{n}</>
  return (
    <button
      type="button"
      className="text-button"
      aria-label={p('board.open', { name, column, n })}
      onClick={() => listOnly(filter)}
    >
      {n}
    </button>
  )
}
