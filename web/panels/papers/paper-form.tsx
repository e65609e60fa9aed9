/** How is a step with one paper taken? Exactly the details of its move; what was typed stays where it is refused. */
import { useState } from 'react'
import type { DuePaper } from '../../../core/api/due-papers.ts'
import { getPaperMove, type PaperDetail, type PaperMoveName } from '../../../core/duties/paper-lifecycle.ts'
import { call } from '../../api.ts'
import { toPaperKey } from '../../state/paper-rows.ts'
import { readRefusedField } from '../../state/refused-field.ts'
import { useApp } from '../../state/store.ts'
import { LongTextField } from '../assigned/step-fields.tsx'
import { TextField } from '../villages/fields.tsx'
import { FormFrame } from '../villages/form-frame.tsx'
import { useDraft } from '../villages/use-draft.ts'
import { useRefusalText } from '../villages/use-field-problems.ts'
import { useSaving, type Saving } from '../villages/use-saving.ts'
import { usePaperWords } from './use-paper-words.ts'

type PaperDraft = Readonly<Record<PaperDetail, string>>

interface PaperFormProps {
  readonly paper: DuePaper
  readonly move: PaperMoveName
  readonly today: string
  /** With the move where it was taken, null where it was given up. */
  readonly onDone: (move: PaperMoveName | null) => void
}

export function PaperForm({ paper, move, today, onDone }: PaperFormProps) {
  const { p } = usePaperWords()
  const form = useDraft<PaperDraft>(`paper:${toPaperKey(paper)}:${move}`, {
    sent_on: paper.sent_on ?? '',
    number: paper.number ?? '',
    text: '',
    reason: '',
  })
  const [missing, setMissing] = useState<readonly PaperDetail[]>([])
  const { saving, run } = useSaving()
  const { needs, may } = getPaperMove(move)
  const details = [...needs, ...may]
  const save = async () => {
    const lacking = needs.filter((detail) => form.draft[detail].trim() === '')
    setMissing(lacking)
    if (lacking.length > 0) return
    const isSaved = await run(() => sendPaper(paper, move, pick(form.draft, details)))
    // Whoever was faster has changed it: it is shown as it is now, and what was typed stays.
    useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
    if (!isSaved) return
    form.drop()
    onDone(move)
  }
  return (
    <FormFrame
      title={p(`moves.${move}`)}
      level="h3"
      save_label={p(`moves.${move}`)}
      saving={saving}
      draft={form}
      onSave={() => void save()}
      onCancel={() => {
        form.drop()
        onDone(null)
      }}
    >
      {details.map((detail) => (
        <PaperField
          key={detail}
          detail={detail}
          is_needed={needs.includes(detail)}
          is_missing={missing.includes(detail)}
          saving={saving}
          today={today}
          value={form.draft[detail]}
          onChange={(value) => form.change({ [detail]: value })}
        />
      ))}
    </FormFrame>
  )
}

interface PaperFieldProps {
  readonly detail: PaperDetail
  readonly is_needed: boolean
  readonly is_missing: boolean
  readonly saving: Saving
  readonly today: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function PaperField({ detail, is_needed, is_missing, saving, today, value, onChange }: PaperFieldProps) {
  const { p } = usePaperWords()
  const toRefusalText = useRefusalText()
  const name = p(`fields.${detail}`)
  const label = is_needed ? name : p('fields.optional', { label: name })
  const isRefused = saving.status === 'refused' && readRefusedField(saving.problem)?.field === detail
  const problem = is_missing
    ? p(`missing.${detail}` as 'missing.reason')
    : isRefused
      ? toRefusalText(saving.problem)
      : null
  const field = { label, problem, value, onChange }
  if (detail === 'text' || detail === 'reason') return <LongTextField {...field} />
  if (detail === 'number') return <TextField {...field} maxLength={100} />
  return <TextField {...field} type="date" max={today} />
}

function pick(draft: PaperDraft, details: readonly PaperDetail[]): Partial<PaperDraft> {
  const given = details.map((detail) => [detail, draft[detail].trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

async function sendPaper(
  { duty_code, ower_code, year, version }: DuePaper,
  move: PaperMoveName,
  details: Partial<PaperDraft>,
): Promise<void> {
  await call('moveDuePaper', { body: { duty_code, ower_code, year, move, ...details }, version })
}
