/** How is one detail of a step with a challenge asked for? */
import type { Challenge } from '../../../core/api/challenges.ts'
import {
  challengeAnswers,
  challengeOutcomes,
  type ChallengeDetail,
} from '../../../core/challenges/lifecycle.ts'
import { listMergeable } from '../../state/challenge-rows.ts'
import { readRefusedField } from '../../state/refused-field.ts'
import { LongTextField } from '../assigned/step-fields.tsx'
import { SelectField, TextField } from '../villages/fields.tsx'
import { useRefusalText } from '../villages/use-field-problems.ts'
import type { Saving } from '../villages/use-saving.ts'
import { useChallengeWords } from './use-challenge-words.ts'

/** As typed; empty: nothing. */
export type ChallengeDraft = Readonly<Record<ChallengeDetail, string>>

interface ChallengeFieldProps {
  readonly detail: ChallengeDetail
  readonly is_needed: boolean
  readonly is_missing: boolean
  readonly saving: Saving
  readonly today: string
  readonly challenge: Challenge
  readonly all: readonly Challenge[]
  readonly value: string
  readonly onChange: (value: string) => void
}

export function ChallengeField(props: ChallengeFieldProps) {
  const { detail, is_needed, is_missing, saving, today, challenge, all, value, onChange } = props
  const { p, formats } = useChallengeWords()
  const toRefusalText = useRefusalText()
  const name = p(`fields.${detail}`)
  const isRefused = saving.status === 'refused' && readRefusedField(saving.problem)?.field === detail
  const field = {
    label: is_needed || detail === 'happened_on' ? name : p('fields.optional', { label: name }),
    problem: is_missing ? p(`missing.${detail}`) : isRefused ? toRefusalText(saving.problem) : null,
    value,
    onChange,
  }
  const none = { value: '', label: p('fields.choose') }
  switch (detail) {
    case 'answer':
      return (
        <SelectField<string>
          {...field}
          choices={[none, ...challengeAnswers.map((one) => ({ value: one, label: p(`answers.${one}`) }))]}
        />
      )
    case 'outcome':
      return (
        <SelectField<string>
          {...field}
          choices={[none, ...challengeOutcomes.map((one) => ({ value: one, label: p(`outcomes.${one}`) }))]}
        />
      )
    case 'into_id':
      return (
        <SelectField<string>
          {...field}
          choices={[
            none,
            ...listMergeable(all, challenge).map(({ id, filed_on }) => ({
              value: String(id),
              label: p('into', { id, date: formats.date(filed_on) }),
            })),
          ]}
        />
      )
    case 'happened_on':
      return <TextField {...field} type="date" max={today} />
    default:
      return <LongTextField {...field} />
  }
}
