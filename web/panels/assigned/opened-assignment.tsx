/** One assigned village: what is known of it, how far it is, what was said, and what can be done now? */
import { useEffect, useRef, useState } from 'react'
import type { AssignmentMoveName } from '../../../core/assignments/lifecycle.ts'
import { fileKinds } from '../../../core/files/kinds.ts'
import { toVillageName } from '../../state/assigned-rows.ts'
import { Facts } from '../facts.tsx'
import { Proofs } from '../proofs/proofs.tsx'
import { useOutbox } from '../../outbox/outbox-view.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { changeAssigned } from './change-assigned.ts'
import { Milestones } from './milestones.tsx'
import { MoveForm } from './move-form.tsx'
import { ProgressPath } from './progress-path.tsx'
import { StepHistory } from './step-history.tsx'
import { useAssignedWords } from './use-assigned-words.ts'
import { useAssignment, type OpenedRecord } from './use-assignment.ts'
import { ActFiles } from './act-files.tsx'
import { VillageFacts } from './village-facts.tsx'

interface OpenedAssignmentProps {
  readonly id: number
  readonly today: string
}

export function OpenedAssignment({ id, today }: OpenedAssignmentProps) {
  const { p } = useAssignedWords()
  const fetched = useAssignment(id)
  return (
    <>
      <p>
        <button type="button" className="text-button" onClick={() => backToList(id)}>
          {p('opened.back')}
        </button>
      </p>
      {fetched.status === 'loading' && (
        <span
          className="skeleton skeleton-block"
          role="status"
          aria-busy="true"
          aria-label={p('opened.loading')}
        />
      )}
      {fetched.status === 'failed' && <Refusal problem={fetched.problem} />}
      {fetched.status === 'ready' && <Opened opened={fetched.value} today={today} />}
    </>
  )
}

/** The focus goes back to where one was. */
function backToList(id: number): void {
  changeAssigned({ opened_id: null })
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-opens="${id}"]`)?.focus()),
  )
}

function Opened({ opened, today }: { readonly opened: OpenedRecord; readonly today: string }) {
  const words = useAssignedWords()
  const { p, t, formats } = words
  const { assignment: record, events } = opened
  const turn = useOutbox((state) => state.turn)
  const printed = words.namePrinted(record)
  const isWithdrawn = record.withdrawn_by !== null || record.replaced_by !== null
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <header>
        <h3 ref={heading} tabIndex={-1} className="assigned-name">
          {toVillageName(record)}
        </h3>
        <p className="soft">{words.namePlace(record)}</p>
        {printed !== null && <p className="soft">{p('row.printed', { printed })}</p>}
        <p className="soft">{record.act_title}</p>
        {isWithdrawn && <p className="sample-note">{p('opened.withdrawn')}</p>}
      </header>
      <Facts
        facts={[
          [p('opened.assigned'), `${words.nameAct(record)}, ${p('row.row_no', { n: record.row_no })}`],
          [p('opened.carrier'), words.nameCarrier(record.carrier_code)],
          [p('opened.service'), t(`services.${record.service}.name`)],
          [p('opened.deadline'), record.due_on === null ? p('opened.not_set') : formats.date(record.due_on)],
        ]}
      />
      {opened.is_kept === undefined && <ActFiles record={record} />}
      {record.progress === null ? (
        <p className="note">{p('opened.no_progress')}</p>
      ) : (
        <>
          <ProgressPath record={record} events={events} />
          <Moves key={turn} opened={opened} today={today} />
          <Milestones record={record} />
        </>
      )}
      {record.progress !== null && opened.is_kept === undefined && (
        <Proofs
          noun="assignments"
          noun_id={record.id}
          title={p('opened.proofs')}
          kinds={fileKinds}
          has_village={record.village_id !== null}
          record={record}
        />
      )}
      <VillageFacts record={record} />
      {record.progress !== null && opened.is_kept === undefined && <StepHistory events={events} />}
    </>
  )
}

/** A report that its author has taken up to put it right. */
function useChanging(id: number) {
  return useOutbox(({ changing }) => (changing?.assignment_id === id ? changing : null))
}

/** One report of a village after the other: the next is written on what became of the one before. */
function useIsWaiting(id: number): boolean {
  return useOutbox(({ reports, changing }) =>
    reports.some(({ key, assignment_id }) => assignment_id === id && key !== changing?.key),
  )
}

function Moves({ opened, today }: { readonly opened: OpenedRecord; readonly today: string }) {
  const { p } = useAssignedWords()
  const { assignment: record, events, moves } = opened
  const changing = useChanging(record.id)
  const isWaiting = useIsWaiting(record.id)
  const [chosen, setChosen] = useState<AssignmentMoveName | null>(changing?.step.move ?? null)
  const [saved, setSaved] = useState('')
  /** The version that a step was taken from, until what came of it is here. */
  const [moved_from, setMovedFrom] = useState<number | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const isAwaited = moved_from !== null && record.progress?.version === moved_from
  const choose = (move: AssignmentMoveName) => {
    setSaved('')
    setChosen(chosen === move ? null : move)
  }
  return (
    <section className="assigned-moves" aria-label={p('opened.moves')}>
      <h4 ref={heading} tabIndex={-1}>
        {p('opened.moves')}
      </h4>
      {moves.length === 0 && <p className="soft">{p('opened.no_moves')}</p>}
      <div className="edit-toolbar">
        {moves.map((move) => (
          <button
            type="button"
            key={move}
            className="plain-button"
            aria-expanded={chosen === move}
            disabled={isAwaited || isWaiting}
            onClick={() => choose(move)}
          >
            {p(`moves.${move}`)}
          </button>
        ))}
      </div>
      {isWaiting && <p className="note">{p('opened.waiting')}</p>}
      <p role="status" className="edit-saved">
        {isAwaited ? '' : saved}
      </p>
      {chosen !== null && (
        <MoveForm
          key={chosen}
          move={chosen}
          record={record}
          events={events}
          moves={moves}
          today={today}
          replaces={changing?.step.move === chosen ? changing.key : null}
          onDone={(result) => {
            setChosen(null)
            heading.current?.focus()
            useOutbox.setState({ changing: null })
            if (result === 'given up') return
            if (result === 'saved') setMovedFrom(record.progress?.version ?? null)
            setSaved(p(result, { move: p(`moves.${chosen}`), name: toVillageName(record) }))
          }}
        />
      )}
    </section>
  )
}
