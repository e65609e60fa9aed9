/** What does the Sở want to know of an UBND's villages? Answered by one press and sent by another. */
import { useState } from 'react'
import { localAnswers, type LocalAnswer } from '../../../core/assignments/lifecycle.ts'
import { call } from '../../api.ts'
import { listAsked, toVillageName, type AssignedRow } from '../../state/assigned-rows.ts'
import { TextField } from '../villages/fields.tsx'
import { Refusal } from '../villages/form-frame.tsx'
import { useSaving } from '../villages/use-saving.ts'
import { showStep } from './show-step.ts'
import { useAssignedWords } from './use-assigned-words.ts'
import './assigned.css'

export function LocalQuestions({ rows }: { readonly rows: readonly AssignedRow[] }) {
  const { p } = useAssignedWords()
  const asked = listAsked(rows)
  const [saved, setSaved] = useState('')
  return (
    <section className="assigned-queue" aria-label={p('asked.title')}>
      <h3>
        {p('asked.title')} <span className="assigned-count">{asked.length}</span>
      </h3>
      <p role="status" className="edit-saved">
        {saved}
      </p>
      {asked.length === 0 && <p className="soft">{p('asked.none')}</p>}
      <ul className="assigned-list">
        {asked.map((row) => (
          <Question key={row.record.id} row={row} onSaved={setSaved} />
        ))}
      </ul>
    </section>
  )
}

interface QuestionProps {
  readonly row: AssignedRow
  readonly onSaved: (text: string) => void
}

function Question({ row: { record }, onSaved }: QuestionProps) {
  const { p, t, nameCarrier, nameServices, namePlace } = useAssignedWords()
  const [answer, setAnswer] = useState<LocalAnswer | null>(null)
  const [text, setText] = useState('')
  const { saving, run } = useSaving()
  const { progress, carrier_code, service } = record
  if (progress === null) return null
  const name = toVillageName(record)
  const { technologies } = progress
  const services = technologies.length === 0 ? t(`services.${service}.name`) : nameServices(technologies)
  const send = async (given: LocalAnswer) => {
    const isSaved = await run(async () => {
      const note = text.trim() === '' ? {} : { text: text.trim() }
      await call('moveAssignment', {
        params: { id: record.id },
        body: { move: 'answer_local', answer: given, ...note },
        version: progress.version,
      })
    })
    if (!isSaved) return
    onSaved(p('saved', { move: p(`answers.${given}`), name }))
    await showStep('answer_local')
  }
  return (
    <li className="assigned-question">
      <fieldset>
        <legend>{p('asked.question', { name, carrier: nameCarrier(carrier_code), services })}</legend>
        <p className="soft">{namePlace(record)}</p>
        <div className="assigned-answers">
          {localAnswers.map((value) => (
            <button
              type="button"
              key={value}
              className="plain-button"
              aria-pressed={answer === value}
              onClick={() => setAnswer(value)}
            >
              {p(`answers.${value}`)}
            </button>
          ))}
        </div>
      </fieldset>
      {answer !== null && (
        <>
          <TextField label={p('asked.note')} maxLength={2000} value={text} onChange={setText} />
          <button
            type="button"
            className="main-button"
            disabled={saving.status === 'saving'}
            onClick={() => void send(answer)}
          >
            {p('asked.send')}
          </button>
        </>
      )}
      {saving.status === 'refused' && <Refusal problem={saving.problem} />}
    </li>
  )
}
