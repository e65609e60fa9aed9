/** What does the line of one assigned village say: which, by which act, to whom, by when, and how far? */
import { memo } from 'react'
import { toAssignedMark, toVillageName, type AssignedRow } from '../../state/assigned-rows.ts'
import { CarrierMark } from '../carrier-mark.tsx'
import { StateMark } from '../state-mark.tsx'
import { AssignedMarkIcon } from './assigned-mark.tsx'
import { openAssignment, showVillage } from './change-assigned.ts'
import { useAssignedWords } from './use-assigned-words.ts'

interface AssignedLineProps {
  readonly row: AssignedRow
  readonly is_selected: boolean
}

export const AssignedLine = memo(function DrawnLine({ row, is_selected }: AssignedLineProps) {
  const { p, t, formats, nameAct, namePlace, namePrinted } = useAssignedWords()
  const { record } = row
  const name = toVillageName(record)
  const printed = namePrinted(record)
  return (
    <li className="assigned-line" data-village={record.village_id} data-selected={is_selected}>
      <div>
        <p>
          {record.village_id === null ? (
            <strong>{name}</strong>
          ) : (
            <button
              type="button"
              className="village-name"
              aria-pressed={is_selected}
              title={p('row.show', { name })}
              onClick={() => showVillage(record)}
            >
              {name}
            </button>
          )}{' '}
          <span className="soft">{namePlace(record)}</span>
        </p>
        <Standing row={row} />
        <p>
          <CarrierMark code={record.carrier_code} /> · {t(`services.${record.service}.name`)} ·{' '}
          {record.due_on === null ? p('row.no_due') : p('row.due', { date: formats.date(record.due_on) })}
        </p>
        <p className="soft assigned-today">
          <StateMark state={record.coverage_state} />
          {p('row.today', { state: t(`states.${record.coverage_state}`) })}
        </p>
        <p className="soft">
          {nameAct(record)} · {p('row.row_no', { n: record.row_no })}
          {record.village_id === null && ` · ${p('row.unknown_village')}`}
        </p>
        {printed !== null && <p className="soft">{p('row.printed', { printed })}</p>}
      </div>
      <button
        type="button"
        className="plain-button"
        data-opens={record.id}
        aria-label={p('row.open_of', { name })}
        onClick={() => openAssignment(record)}
      >
        {p('row.open')}
      </button>
    </li>
  )
})

/** Where it stands, how late it is, what is in the way and what is promised; nothing where the reader is not told. */
export function Standing({ row }: { readonly row: AssignedRow }) {
  const { p, t, formats } = useAssignedWords()
  const { progress } = row.record
  const mark = toAssignedMark(row)
  if (progress === null || mark === null) return null
  const { blocker, built_promised_on, on_air_promised_on } = progress
  const facts = [
    blocker === null ? null : p('row.blocked_by', { blocker: t(`blockers.${blocker}`) }),
    built_promised_on === null ? null : p('row.built_promised', { date: formats.date(built_promised_on) }),
    on_air_promised_on === null ? null : p('row.promised', { date: formats.date(on_air_promised_on) }),
  ].filter((fact) => fact !== null)
  return (
    <p className="assigned-standing">
      <AssignedMarkIcon mark={mark} />
      <strong>{p(`states.${progress.state}`)}</strong>
      {row.days_late !== null && row.days_late > 0 && (
        <span className="assigned-late">{p('row.late', { n: formats.integer(row.days_late) })}</span>
      )}
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
    </p>
  )
}
