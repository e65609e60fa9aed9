/** What does a carrier declare, what was measured, what did the Sở verify at a village? */
import { useState } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import { bases, services, statementStates, type Basis } from '../../../core/coverage/states.ts'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { SelectField, TextField } from './fields.tsx'
import { FormFrame } from './form-frame.tsx'
import {
  emptyStatement,
  StatementFields,
  toStatementFields,
  type StatementDraft,
  type StatementProblems,
} from './statement-fields.tsx'
import { showSaved } from './show-saved.ts'
import { useSourceChoices } from './use-choices.ts'
import { useDraft } from './use-draft.ts'
import { useSaving } from './use-saving.ts'

interface FormDraft extends StatementDraft {
  readonly basis: Basis
  readonly source_code: string
}

interface StatementFormProps {
  readonly village: VillageRecord
  readonly onDone: (result: 'saved' | 'given up') => void
}

export function StatementForm({ village, onDone }: StatementFormProps) {
  const { t, p } = usePartWords('villages')
  const service = useApp((state) => services.find((known) => known === state.question.service) ?? 'fibre')
  const opening: FormDraft = { ...emptyStatement, service, basis: 'declared', source_code: '' }
  const { draft, change, drop, was_found } = useDraft(`statement:${village.id}`, opening)
  const [problems, setProblems] = useState<StatementProblems>({})
  const { saving, run } = useSaving()
  const save = async () => {
    const read = toStatementFields(draft)
    setProblems(read.problems)
    if (read.fields === null) return
    const { fields } = read
    const isSaved = await run(async () => {
      const source = draft.source_code === '' ? {} : { source_code: draft.source_code }
      const note = draft.note.trim() === '' ? {} : { note: draft.note.trim() }
      await call('createStatement', {
        params: { id: village.id },
        body: { ...fields, basis: draft.basis, ...source, ...note },
      })
      await showSaved()
    })
    if (!isSaved) return
    drop()
    onDone('saved')
  }
  return (
    <FormFrame
      title={p('statement.title')}
      save_label={p('actions.save')}
      saving={saving}
      draft={{ was_found, drop }}
      onSave={() => void save()}
      onCancel={() => {
        drop()
        onDone('given up')
      }}
    >
      <p className="note">{p('statement.rule')}</p>
      <SelectField
        label={p('fields.basis')}
        value={draft.basis}
        choices={bases.toReversed().map((value) => ({ value, label: t(`bases.${value}`) }))}
        onChange={(basis) => change({ basis })}
      />
      <StatementFields draft={draft} problems={problems} states={statementStates} onChange={change} />
      <SelectField
        label={p('fields.source_code')}
        value={draft.source_code}
        choices={useSourceChoices()}
        onChange={(source_code) => change({ source_code })}
      />
      <TextField
        label={p('fields.note')}
        maxLength={500}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </FormFrame>
  )
}
