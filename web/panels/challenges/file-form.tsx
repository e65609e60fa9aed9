/** What is really there? Reported of one village, for one carrier and service. */
import { useState } from 'react'
import {
  services,
  statementStates,
  type Service,
  type StatementState,
} from '../../../core/coverage/states.ts'
import { call } from '../../api.ts'
import { useFiling, type FiledVillage } from '../../state/challenge-rows.ts'
import { readRefusedField } from '../../state/refused-field.ts'
import { useApp } from '../../state/store.ts'
import { LongTextField } from '../assigned/step-fields.tsx'
import { SelectField, TextField } from '../villages/fields.tsx'
import { FormFrame } from '../villages/form-frame.tsx'
import { useCarrierChoices } from '../villages/use-choices.ts'
import { useDraft, type DraftOf } from '../villages/use-draft.ts'
import { useRefusalText } from '../villages/use-field-problems.ts'
import { useSaving } from '../villages/use-saving.ts'
import { useChallengeWords } from './use-challenge-words.ts'

interface FileDraft {
  readonly carrier_code: string
  readonly service: Service
  readonly observed_state: StatementState
  readonly observed_on: string
  readonly text: string
}

type Needed = 'carrier_code' | 'observed_on' | 'text'
const needed: readonly Needed[] = ['carrier_code', 'observed_on', 'text']

const emptyDraft: FileDraft = {
  carrier_code: '',
  service: '4g',
  observed_state: 'not_covered',
  observed_on: '',
  text: '',
}

interface FileFormProps {
  readonly village: FiledVillage
  readonly onSaved: (text: string) => void
}

export function FileForm({ village, onSaved }: FileFormProps) {
  const { p } = useChallengeWords()
  const toRefusalText = useRefusalText()
  const form = useDraft<FileDraft>(`challenge:of:${village.id}`, emptyDraft)
  const [missing, setMissing] = useState<readonly Needed[]>([])
  const { saving, run } = useSaving()
  const close = () => {
    form.drop()
    useFiling.setState({ village: null })
  }
  const save = async () => {
    const lacking = needed.filter((field) => form.draft[field].trim() === '')
    setMissing(lacking)
    if (lacking.length > 0) return
    const isSaved = await run(async () => {
      await call('fileChallenge', { body: { village_id: village.id, ...form.draft } })
    })
    if (!isSaved) return
    close()
    onSaved(p('filed', { name: village.name }))
    useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
  }
  const toProblem = (field: keyof FileDraft) => {
    const lacking = missing.find((one) => one === field)
    if (lacking !== undefined && form.draft[lacking].trim() === '') return p(`file.missing.${lacking}`)
    const isRefused = saving.status === 'refused' && readRefusedField(saving.problem)?.field === field
    return isRefused ? toRefusalText(saving.problem) : null
  }
  return (
    <FormFrame
      title={p('file.title', { name: village.name })}
      save_label={p('file.save')}
      saving={saving}
      draft={form}
      onSave={() => void save()}
      onCancel={close}
    >
      <p className="note">{p('file.note')}</p>
      <FileFields form={form} toProblem={toProblem} />
    </FormFrame>
  )
}

interface FileFieldsProps {
  readonly form: DraftOf<FileDraft>
  readonly toProblem: (field: keyof FileDraft) => string | null
}

function FileFields({ form: { draft, change }, toProblem }: FileFieldsProps) {
  const { p, t } = useChallengeWords()
  const today = useApp((state) => state.today)
  return (
    <>
      <SelectField<string>
        label={p('file.carrier')}
        problem={toProblem('carrier_code')}
        value={draft.carrier_code}
        choices={useCarrierChoices()}
        onChange={(carrier_code) => change({ carrier_code })}
      />
      <SelectField
        label={p('file.service')}
        value={draft.service}
        choices={services.map((value) => ({ value, label: t(`services.${value}.name`) }))}
        onChange={(service) => change({ service })}
      />
      <SelectField
        label={p('file.observed_state')}
        value={draft.observed_state}
        choices={statementStates.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(observed_state) => change({ observed_state })}
      />
      <TextField
        type="date"
        label={p('file.observed_on')}
        problem={toProblem('observed_on')}
        max={today}
        value={draft.observed_on}
        onChange={(observed_on) => change({ observed_on })}
      />
      <LongTextField
        label={p('file.text')}
        problem={toProblem('text')}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
    </>
  )
}
