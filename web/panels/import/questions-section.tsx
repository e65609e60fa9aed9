/** What can only a person decide? Each doubtful name once for all rows that say it; answers are sent together and remembered. */
import { useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { noneOfThem } from '../../../core/import/answers.ts'
import { newAnswer } from '../../../core/import/read-record.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { toOnlyChoices } from '../../state/import-questions.ts'
import { Refusal } from '../villages/form-frame.tsx'
import type { PartProps } from './part-props.ts'
import { useImportWords, type ImportWords } from './use-import-words.ts'

type Question = ResponseOf<Endpoints['listImportQuestions']>['questions'][number]

export function QuestionsSection({ record, work, is_busy }: PartProps) {
  const { p, formats } = useImportWords()
  const { id, version } = record
  const told = useFetched(`${id}:${version}`, async (signal) => {
    const { questions } = await call('listImportQuestions', { params: { id }, signal })
    return questions
  })
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  if (told.status === 'failed') return <Refusal problem={told.problem} />
  if (told.status === 'loading') return <span className="skeleton skeleton-block" aria-busy="true" />
  const questions = told.value
  const given = Object.fromEntries(
    Object.entries(answers).filter(([key]) => questions.some((question) => question.key === key)),
  )
  const count = Object.keys(given).length
  const n = formats.integer(count)
  const isOpen = record.may.includes('change')
  return (
    <section className="import-questions">
      {questions.length === 0 && <p>{p('questions.none')}</p>}
      {questions.length > 0 && <p className="note">{p('questions.intro')}</p>}
      {isOpen && (
        <OnlyChoices
          choices={toOnlyChoices(questions, given)}
          is_disabled={is_busy}
          onTake={(choices) => setAnswers((before) => ({ ...before, ...choices }))}
        />
      )}
      {questions.map((question) => (
        <QuestionItem
          key={question.key}
          question={question}
          answer={answers[question.key] ?? null}
          is_disabled={is_busy || !isOpen}
          onAnswer={(answer) => setAnswers((before) => withAnswer(before, question.key, answer))}
        />
      ))}
      {questions.length > 0 && isOpen && (
        <div className="edit-actions">
          <button
            type="button"
            className="main-button"
            disabled={count === 0 || is_busy || work.saving.status === 'saving'}
            onClick={() => void work.change({ answers: given })}
          >
            {p('questions.save', { n })}
          </button>
          <span role="status">{p('questions.answered', { n, all: formats.integer(questions.length) })}</span>
        </div>
      )}
    </section>
  )
}

interface OnlyChoicesProps {
  readonly choices: Readonly<Record<string, string>>
  readonly is_disabled: boolean
  readonly onTake: (choices: Readonly<Record<string, string>>) => void
}

/** Of a list with a hundred slips most have one likely meaning: marked at once, looked through, then saved. */
function OnlyChoices({ choices, is_disabled, onTake }: OnlyChoicesProps) {
  const { p, formats } = useImportWords()
  const [taken, setTaken] = useState(0)
  const count = Object.keys(choices).length
  if (count === 0 && taken === 0) return null
  const take = () => {
    if (count === 0) return
    setTaken(count)
    onTake(choices)
  }
  return (
    <p className="import-only-choices">
      {/* It stays when it has done its work: whoever pressed it by key is still on it. */}
      <button
        type="button"
        className="plain-button"
        disabled={is_disabled}
        aria-disabled={count === 0}
        onClick={take}
      >
        {count === 0
          ? p('questions.taken_only', { n: formats.integer(taken) })
          : p('questions.take_only', { n: formats.integer(count) })}
      </button>
      <span className="soft">{p('questions.take_only_hint')}</span>
    </p>
  )
}

function withAnswer(
  before: Readonly<Record<string, string>>,
  key: string,
  answer: string | null,
): Readonly<Record<string, string>> {
  const { [key]: _before, ...others } = before
  return answer === null ? others : { ...others, [key]: answer }
}

interface QuestionItemProps {
  readonly question: Question
  /** Null: to be decided later. */
  readonly answer: string | null
  readonly is_disabled: boolean
  readonly onAnswer: (answer: string | null) => void
}

function QuestionItem({ question, answer, is_disabled, onAnswer }: QuestionItemProps) {
  const words = useImportWords()
  const { p, formats } = words
  const { key, kind, text, context, choices, rows, row_count } = question
  const facts = { n: formats.integer(row_count), rows: rows.slice(0, 5).join(', ') }
  const isCut = row_count > Math.min(5, rows.length)
  const options = [
    ...choices.map(({ code, label, why, slips }) => ({
      value: code,
      label,
      hint: p(`questions.why.${why}`, { n: formats.integer(slips) }),
    })),
    question.may_be_new === true
      ? { value: newAnswer, label: p('questions.new'), hint: p('questions.new_hint') }
      : { value: noneOfThem, label: p('questions.nobody'), hint: p('questions.nobody_hint') },
    { value: null, label: p('questions.later'), hint: '' },
  ]
  return (
    <fieldset className="import-question" disabled={is_disabled}>
      <legend>
        <span className="soft">{toKind(kind, words)}</span> <strong>“{text}”</strong>
      </legend>
      <p className="soft">
        {context !== null && `${p('questions.in', { place: context })} · `}
        {isCut ? p('questions.rows_more', facts) : p('questions.rows', facts)}
      </p>
      {options.map(({ value, label, hint }) => (
        <label key={value ?? 'later'}>
          <input
            type="radio"
            name={`question-${key}`}
            checked={answer === value}
            onChange={() => onAnswer(value)}
          />
          <span>
            {label} {hint !== '' && <span className="soft">({hint})</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function toKind(kind: string, { p }: ImportWords): string {
  return p(`questions.kinds.${kind}` as 'questions.kinds.village', { defaultValue: kind })
}
