/** Which service of which carrier is there, how far, seen on which day? Asked alike of the Sở and of an UBND. */
import { services, type Service, type StatementState } from '../../../core/coverage/states.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { SelectField, TextField } from './fields.tsx'
import { useCarrierChoices } from './use-choices.ts'

export interface StatementDraft {
  readonly service: Service
  readonly carrier_code: string
  readonly state: StatementState
  /** Per cent as typed. */
  readonly households_share: string
  readonly observed_on: string
  readonly note: string
}

export const emptyStatement: StatementDraft = {
  service: 'fibre',
  carrier_code: '',
  state: 'covered',
  households_share: '',
  observed_on: '',
  note: '',
}

export type StatementProblems = Readonly<
  Partial<Record<keyof StatementDraft, 'carrier_missing' | 'day_missing' | 'share_range'>>
>

export interface SentStatement {
  readonly service: Service
  readonly carrier_code: string
  readonly state: StatementState
  readonly observed_on: string
  readonly households_share?: number
}

export interface StatementReading {
  /** Null where something is wrong. */
  readonly fields: SentStatement | null
  readonly problems: StatementProblems
}

export function toStatementFields(draft: StatementDraft): StatementReading {
  const { service, carrier_code, state, observed_on } = draft
  const percent = draft.households_share.trim().replace(',', '.')
  const isAsked = state === 'partial' && percent !== ''
  const share = Number(percent) / 100
  const isShare = /^\d{1,3}(\.\d{1,4})?$/.test(percent) && share <= 1
  const problems: StatementProblems = {
    ...(carrier_code === '' ? { carrier_code: 'carrier_missing' as const } : {}),
    ...(observed_on === '' ? { observed_on: 'day_missing' as const } : {}),
    ...(isAsked && !isShare ? { households_share: 'share_range' as const } : {}),
  }
  if (Object.keys(problems).length > 0) return { fields: null, problems }
  const fields = { service, carrier_code, state, observed_on }
  return { fields: isAsked ? { ...fields, households_share: share } : fields, problems }
}

interface StatementFieldsProps {
  readonly draft: StatementDraft
  readonly problems: StatementProblems
  readonly states: readonly StatementState[]
  readonly onChange: (part: Partial<StatementDraft>) => void
}

export function StatementFields({ draft, problems, states, onChange }: StatementFieldsProps) {
  const { t, p } = usePartWords('villages')
  const today = useApp((state) => state.today)
  const toProblem = (field: keyof StatementDraft) => {
    const problem = problems[field]
    return problem === undefined ? null : p(`problems.${problem}`)
  }
  return (
    <>
      <SelectField
        label={p('fields.service')}
        value={draft.service}
        choices={services.map((value) => ({ value, label: t(`services.${value}.name`) }))}
        onChange={(service) => onChange({ service })}
      />
      <SelectField
        label={p('fields.carrier_code')}
        value={draft.carrier_code}
        choices={useCarrierChoices()}
        problem={toProblem('carrier_code')}
        onChange={(carrier_code) => onChange({ carrier_code })}
      />
      <SelectField
        label={p('fields.state')}
        value={draft.state}
        choices={states.toReversed().map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
      {draft.state === 'partial' && (
        <TextField
          label={p('fields.households_share')}
          hint={p('hints.households_share')}
          inputMode="numeric"
          value={draft.households_share}
          problem={toProblem('households_share')}
          onChange={(households_share) => onChange({ households_share })}
        />
      )}
      <TextField
        label={p('fields.observed_on')}
        type="date"
        max={today}
        value={draft.observed_on}
        problem={toProblem('observed_on')}
        onChange={(observed_on) => onChange({ observed_on })}
      />
    </>
  )
}
