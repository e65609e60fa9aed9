/** By which document or report, of which day, and why? Every edit says so. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { SelectField, TextField } from './fields.tsx'
import { useSourceChoices } from './use-choices.ts'
import type { ToFieldProblem } from './use-field-problems.ts'

export interface Evidence {
  readonly source_code: string
  readonly observed_on: string
  readonly reason: string
}

export const noEvidence: Evidence = { source_code: '', observed_on: '', reason: '' }

interface EvidenceFieldsProps {
  readonly evidence: Evidence
  /** Neither source nor reason is given. */
  readonly is_missing: boolean
  readonly toProblem: ToFieldProblem
  readonly onChange: (part: Partial<Evidence>) => void
}

export function EvidenceFields({ evidence, is_missing, toProblem, onChange }: EvidenceFieldsProps) {
  const { p } = usePartWords('villages')
  const today = useApp((state) => state.today)
  return (
    <>
      <SelectField
        label={p('fields.source_code')}
        value={evidence.source_code}
        choices={useSourceChoices()}
        problem={is_missing ? p('problems.source_missing') : toProblem('source_code')}
        onChange={(source_code) => onChange({ source_code })}
      />
      <TextField
        label={p('fields.observed_on')}
        type="date"
        max={today}
        value={evidence.observed_on}
        problem={toProblem('observed_on')}
        onChange={(observed_on) => onChange({ observed_on })}
      />
      <TextField
        label={p('fields.reason')}
        maxLength={500}
        value={evidence.reason}
        problem={toProblem('reason')}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  )
}

export interface SentEvidence {
  readonly source_code?: string
  readonly observed_on?: string
  readonly reason?: string
}

export function lacksEvidence({ source_code, reason }: Evidence): boolean {
  return source_code === '' && reason.trim() === ''
}

/** What is empty is not sent. */
export function toEvidence({ source_code, observed_on, reason }: Evidence): SentEvidence {
  return {
    ...(source_code === '' ? {} : { source_code }),
    ...(observed_on === '' ? {} : { observed_on }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  }
}
