/** When were villages due, promised and on air? A line for each month, and behind every number the villages that it counts. */
import { useMemo, useState } from 'react'
import { toVillageName, type AssignedRow } from '../../state/assigned-rows.ts'
import { timelineEvents, toTimeline, type TimelinePeriod } from '../../state/assigned-timeline.ts'
import { openAssignment } from './change-assigned.ts'
import { useAssignedWords, type AssignedWords } from './use-assigned-words.ts'

const columns = [...timelineEvents, 'owed'] as const
type Column = (typeof columns)[number]
/** Which number is opened: `2021-4:due`. */
type Opened = string | null

interface AssignedTimelineProps {
  readonly rows: readonly AssignedRow[]
  readonly today: string
}

export function AssignedTimeline({ rows, today }: AssignedTimelineProps) {
  const { p, formats } = useAssignedWords()
  const periods = useMemo(() => toTimeline(rows, today), [rows, today])
  const [opened, setOpened] = useState<Opened>(null)
  const undated = rows.filter(({ record }) => record.due_on === null).length
  const most = Math.max(
    1,
    ...periods.flatMap((period) => columns.map((column) => list(period, column).length)),
  )
  return (
    <details className="assigned-board">
      <summary>
        <h3>{p('timeline.title')}</h3>
      </summary>
      {undated > 0 && <p className="note">{p('timeline.undated', { n: formats.integer(undated) })}</p>}
      {periods.length === 0 ? (
        <p>{p('timeline.none')}</p>
      ) : (
        <div className="assigned-board-frame" tabIndex={0} role="region" aria-label={p('timeline.title')}>
          <table className="assigned-timeline">
            <thead>
              <tr>
                <th scope="col">{p(`timeline.${periods[0]?.length ?? 'month'}`)}</th>
                {columns.map((column) => (
                  <th scope="col" key={column}>
                    {p(`timeline.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {periods.map((period) => (
                <PeriodLines key={toKey(period)} {...{ period, most, opened, setOpened }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}

interface PeriodLinesProps {
  readonly period: TimelinePeriod
  /** The largest number of the table, which fills its field. */
  readonly most: number
  readonly opened: Opened
  readonly setOpened: (opened: Opened) => void
}

function PeriodLines({ period, most, opened, setOpened }: PeriodLinesProps) {
  const words = useAssignedWords()
  const name = namePeriod(period, words)
  const shown = columns.find((column) => opened === `${toKey(period)}:${column}`)
  return (
    <>
      <tr className={period.when === 'now' ? 'is-now' : ''}>
        <th scope="row">
          {name}
          {period.when === 'now' && <span className="assigned-timeline-now">{words.p('timeline.now')}</span>}
        </th>
        {columns.map((column) => {
          const key = `${toKey(period)}:${column}`
          return (
            <td key={column} className={`is-${column}`}>
              <PeriodNumber
                count={column === 'owed' && period.owed === null ? null : list(period, column).length}
                most={most}
                label={`${name}: ${words.p(`timeline.${column}`)}`}
                is_open={opened === key}
                onToggle={() => setOpened(opened === key ? null : key)}
              />
            </td>
          )
        })}
      </tr>
      {shown !== undefined && (
        <tr>
          <td colSpan={columns.length + 1}>
            <VillageButtons rows={list(period, shown)} label={`${name}: ${words.p(`timeline.${shown}`)}`} />
          </td>
        </tr>
      )}
    </>
  )
}

interface PeriodNumberProps {
  /** Null: nobody can know yet. */
  readonly count: number | null
  readonly most: number
  readonly label: string
  readonly is_open: boolean
  readonly onToggle: () => void
}

function PeriodNumber({ count, most, label, is_open, onToggle }: PeriodNumberProps) {
  const { formats } = useAssignedWords()
  if (count === null) return <span aria-hidden="true">–</span>
  const n = formats.integer(count)
  if (count === 0) return <>{n}</>
  return (
    <button
      type="button"
      className="text-button"
      aria-expanded={is_open}
      aria-label={`${label}: ${n}`}
      onClick={onToggle}
    >
      <span className="assigned-timeline-bar" style={{ width: `${(count / most) * 100}%` }} />
      {n}
    </button>
  )
}

function VillageButtons({ rows, label }: { readonly rows: readonly AssignedRow[]; readonly label: string }) {
  const { nameCarrier } = useAssignedWords()
  return (
    <ul className="assigned-timeline-villages" aria-label={label}>
      {rows.map(({ record }) => (
        <li key={record.id}>
          <button type="button" className="text-button" onClick={() => openAssignment(record)}>
            {toVillageName(record)}
          </button>{' '}
          ({nameCarrier(record.carrier_code)})
        </li>
      ))}
    </ul>
  )
}

function list(period: TimelinePeriod, column: Column): readonly AssignedRow[] {
  return column === 'owed' ? (period.owed ?? []) : period.events[column]
}

function toKey({ year, number }: TimelinePeriod): string {
  return `${year}-${number}`
}

function namePeriod({ length, year, number }: TimelinePeriod, { p }: AssignedWords): string {
  return p(`timeline.name_of.${length}`, { year: String(year), n: String(number) })
}
