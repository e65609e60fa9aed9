/** What has a step to say, and what may it say? Exactly the details of its move, each as its own field. */
import {
  localAnswers,
  type AssignmentMoveName,
  type MoveDetail,
} from '../../../core/assignments/lifecycle.ts'
import { getMove } from '../../../core/assignments/lifecycle.ts'
import type { Service } from '../../../core/coverage/states.ts'
import { blockers } from '../../../core/gaps/blockers.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { listDetails, type StepDraft } from '../../state/assigned-step.ts'
import { Field, SelectField, TextField } from '../villages/fields.tsx'
import { TechnologyField } from './technology-field.tsx'
import type { ToDetailProblem } from './use-detail-problems.ts'

interface StepFieldsProps {
  readonly move: AssignmentMoveName
  readonly draft: StepDraft
  /** What may be named. */
  readonly services: readonly Service[]
  /** ISO day: nothing happened after it. */
  readonly today: string
  readonly toProblem: ToDetailProblem
  readonly onChange: (part: Partial<StepDraft>) => void
}

export function StepFields(fields: StepFieldsProps) {
  return (
    <>
      {listDetails(fields.move).map((detail) => (
        <StepField key={detail} detail={detail} {...fields} />
      ))}
    </>
  )
}

function StepField({ detail, ...fields }: StepFieldsProps & { readonly detail: MoveDetail }) {
  const { p, t } = usePartWords('assigned')
  const { move, draft, services, today, toProblem, onChange } = fields
  const isGone = detail === 'technologies' && move === 'reopen'
  const name = isGone ? p('fields.technologies_gone') : p(`fields.${detail}`)
  const label = getMove(move).needs.includes(detail) ? name : p('fields.optional', { label: name })
  const problem = toProblem(detail)
  const none = { value: '' as const, label: p('fields.choose') }
  switch (detail) {
    case 'blocker':
      return (
        <SelectField
          label={label}
          problem={problem}
          value={draft.blocker}
          choices={[none, ...blockers.map((value) => ({ value, label: t(`blockers.${value}`) }))]}
          onChange={(blocker) => onChange({ blocker })}
        />
      )
    case 'answer':
      return (
        <SelectField
          label={label}
          problem={problem}
          value={draft.answer}
          choices={[none, ...localAnswers.map((value) => ({ value, label: p(`answers.${value}`) }))]}
          onChange={(answer) => onChange({ answer })}
        />
      )
    case 'technologies':
      return (
        <TechnologyField
          label={label}
          problem={problem}
          services={services}
          chosen={draft.technologies}
          onChange={(technologies) => onChange({ technologies })}
        />
      )
    case 'text':
    case 'reason':
      return (
        <LongTextField
          label={label}
          problem={problem}
          value={draft[detail]}
          onChange={(value) => onChange({ [detail]: value })}
        />
      )
    default:
      return (
        <TextField
          type="date"
          label={label}
          problem={problem}
          value={draft[detail]}
          {...(detail === 'happened_on' ? { max: today } : {})}
          onChange={(value) => onChange({ [detail]: value })}
        />
      )
  }
}

interface LongTextFieldProps {
  readonly label: string
  readonly problem: string | null
  readonly value: string
  readonly onChange: (value: string) => void
}

export function LongTextField({ label, problem, value, onChange }: LongTextFieldProps) {
  return (
    <Field label={label} problem={problem}>
      {(ids) => (
        <textarea
          {...ids}
          rows={3}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
