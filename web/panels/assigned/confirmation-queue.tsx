/** What was handed in and waits for the Sở? The longest waiting first; decided one by one or several at once. */
import { useState } from 'react'
import type { AssignmentMoveName } from '../../../core/assignments/lifecycle.ts'
import { toMoment } from '../../i18n/moment.ts'
import { listAwaiting, toVillageName, type AssignedRow } from '../../state/assigned-rows.ts'
import { CarrierMark } from '../carrier-mark.tsx'
import { AssignedMarkIcon } from './assigned-mark.tsx'
import { BulkForm } from './bulk-form.tsx'
import { openAssignment } from './change-assigned.ts'
import { useAssignedWords } from './use-assigned-words.ts'

const bulkMoves = ['accept', 'return', 'ask_local'] as const satisfies readonly AssignmentMoveName[]

interface ConfirmationQueueProps {
  readonly rows: readonly AssignedRow[]
  readonly today: string
}

export function ConfirmationQueue({ rows, today }: ConfirmationQueueProps) {
  const { p, formats } = useAssignedWords()
  const waiting = listAwaiting(rows)
  const [chosen_ids, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [saved, setSaved] = useState('')
  // Of those that somebody else has decided meanwhile nothing is chosen.
  const chosen = waiting.filter(({ record }) => chosen_ids.has(record.id))
  const choose = (ids: ReadonlySet<number>) => {
    setSaved('')
    setChosen(ids)
  }
  return (
    <section className="assigned-queue" aria-label={p('queue.title')}>
      <h3>
        {p('queue.title')} <span className="assigned-count">{formats.integer(waiting.length)}</span>
      </h3>
      <p role="status" className="edit-saved">
        {saved}
      </p>
      {waiting.length === 0 ? (
        <p className="soft">{p('queue.none')}</p>
      ) : (
        <>
          <ChooseAll waiting={waiting} chosen={chosen} onChoose={choose} />
          <ul className="assigned-list">
            {waiting.map((row) => (
              <WaitingLine
                key={row.record.id}
                row={row}
                is_chosen={chosen_ids.has(row.record.id)}
                onChoose={() => choose(toToggled(chosen_ids, row.record.id))}
              />
            ))}
          </ul>
        </>
      )}
      <BulkMoves
        chosen={chosen}
        today={today}
        onSaved={(move) => {
          setChosen(new Set())
          setSaved(p('saved_many', { move: p(`moves.${move}`), n: formats.integer(chosen.length) }))
        }}
      />
    </section>
  )
}

function toToggled(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const toggled = new Set(ids)
  if (!toggled.delete(id)) toggled.add(id)
  return toggled
}

interface ChooseAllProps {
  readonly waiting: readonly AssignedRow[]
  readonly chosen: readonly AssignedRow[]
  readonly onChoose: (ids: ReadonlySet<number>) => void
}

function ChooseAll({ waiting, chosen, onChoose }: ChooseAllProps) {
  const { p } = useAssignedWords()
  const isAll = chosen.length === waiting.length
  return (
    <label className="assigned-choice">
      <input
        type="checkbox"
        checked={isAll}
        onChange={() => onChoose(new Set(isAll ? [] : waiting.map(({ record }) => record.id)))}
      />
      {p('queue.all')} <span className="soft">{p('queue.text')}</span>
    </label>
  )
}

interface BulkMovesProps {
  readonly chosen: readonly AssignedRow[]
  readonly today: string
  readonly onSaved: (move: AssignmentMoveName) => void
}

function BulkMoves({ chosen, today, onSaved }: BulkMovesProps) {
  const { p, formats } = useAssignedWords()
  const [move, setMove] = useState<(typeof bulkMoves)[number] | null>(null)
  if (chosen.length === 0) return null
  return (
    <>
      <div className="edit-toolbar">
        <span>{p('queue.chosen', { n: formats.integer(chosen.length) })}</span>
        {bulkMoves.map((name) => (
          <button
            type="button"
            key={name}
            className="plain-button"
            aria-expanded={move === name}
            onClick={() => setMove(move === name ? null : name)}
          >
            {p(`moves.${name}`)}
          </button>
        ))}
      </div>
      {move !== null && (
        <BulkForm
          key={`${move} ${chosen.map(({ record }) => record.id).join()}`}
          move={move}
          rows={chosen}
          today={today}
          onDone={(result) => {
            setMove(null)
            if (result === 'saved') onSaved(move)
          }}
        />
      )}
    </>
  )
}

interface WaitingLineProps {
  readonly row: AssignedRow
  readonly is_chosen: boolean
  readonly onChoose: () => void
}

function WaitingLine({ row: { record }, is_chosen, onChoose }: WaitingLineProps) {
  const { p, namePlace, nameServices } = useAssignedWords()
  const { progress } = record
  if (progress === null) return null
  const name = toVillageName(record)
  const { submitted_at, local_asked_at, local_answer, technologies } = progress
  const local =
    local_answer !== null
      ? p('queue.answered', { answer: p(`answers.${local_answer}`) })
      : local_asked_at !== null
        ? p('queue.asked', { when: toMoment(local_asked_at) })
        : p('queue.not_asked')
  return (
    <li className="assigned-line">
      <input
        type="checkbox"
        aria-label={p('queue.choose', { name })}
        checked={is_chosen}
        onChange={onChoose}
      />
      <div>
        <p>
          <AssignedMarkIcon mark="awaiting" /> <strong>{name}</strong>{' '}
          <span className="soft">{namePlace(record)}</span>
        </p>
        <p>
          <CarrierMark code={record.carrier_code} />
          {technologies.length > 0 && ` · ${p('queue.reported', { services: nameServices(technologies) })}`}
        </p>
        <p className="soft">
          {submitted_at !== null && `${p('queue.submitted', { when: toMoment(submitted_at) })} · `}
          {local}
        </p>
      </div>
      <button
        type="button"
        className="plain-button"
        aria-label={p('row.open_of', { name })}
        onClick={() => openAssignment(record)}
      >
        {p('row.open')}
      </button>
    </li>
  )
}
