/** How is a step with one assigned village taken? What was typed stays, also where somebody else was faster. */
import { useState } from 'react'
import type { AssignmentEvent, AssignmentRecord } from '../../../core/api/assignments.ts'
import { listNameable } from '../../../core/assignments/fulfilment.ts'
import type { AssignmentMoveName, MoveDetail } from '../../../core/assignments/lifecycle.ts'
import { call } from '../../api.ts'
import { useRole } from '../../hooks/use-role.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toFileKind } from '../../outbox/to-unsent-files.ts'
import { writeReport } from '../../outbox/write-report.ts'
import { readStep, toOpeningDraft } from '../../state/assigned-step.ts'
import { useApp } from '../../state/store.ts'
import { FormFrame } from '../villages/form-frame.tsx'
import { useDraft } from '../villages/use-draft.ts'
import { useSaving } from '../villages/use-saving.ts'
import { AttachField } from '../outbox/attach-field.tsx'
import { ChangeNote } from './change-note.tsx'
import { showStep } from './show-step.ts'
import { StepFields } from './step-fields.tsx'
import { useDetailProblems } from './use-detail-problems.ts'

interface MoveFormProps {
  readonly move: AssignmentMoveName
  readonly record: AssignmentRecord
  readonly events: readonly AssignmentEvent[]
  readonly moves: readonly AssignmentMoveName[]
  readonly today: string
  /** A report of the outbox that is put right here; null: a new one. */
  readonly replaces: string | null
  /** `kept`: written on this machine, and sent when the line is back. */
  readonly onDone: (result: 'saved' | 'kept' | 'given up') => void
}

export function MoveForm({ move, record, events, moves, today, replaces, onDone }: MoveFormProps) {
  const role = useRole()
  const { p } = usePartWords('assigned')
  /** As it stood when the form was opened. */
  const [before] = useState(record)
  const form = useDraft(`assignment:${record.id}:${move}`, toOpeningDraft(move, before.progress))
  const [files, setFiles] = useState<readonly File[]>([])
  const [missing, setMissing] = useState<readonly MoveDetail[]>([])
  const { saving, run } = useSaving()
  const isChanged = record.progress?.version !== before.progress?.version
  const save = async () => {
    const reading = readStep(move, form.draft, record.progress)
    setMissing(reading.missing)
    const { step } = reading
    if (step === null) return
    const chosen = files.map((file) => ({ file, kind: toFileKind(file) }))
    let result: 'saved' | 'kept' = 'saved'
    const isSaved = await run(async () => {
      if (role === 'carrier')
        result = await writeReport(record, { step, draft: form.draft, files: chosen, replaces })
      else await sendStep(record, step)
    })
    if (!isSaved) {
      // Whoever was faster has changed it: it is shown as it is now, and what was typed stays.
      useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
      return
    }
    form.drop()
    onDone(result)
    if (result === 'saved') await showStep(move)
  }
  return (
    <FormFrame
      title={p(`moves.${move}`)}
      save_label={p(`moves.${move}`)}
      saving={saving}
      draft={form}
      onSave={() => void save()}
      onCancel={() => {
        form.drop()
        onDone('given up')
      }}
    >
      {isChanged && <ChangeNote before={before} after={record} events={events} move={move} moves={moves} />}
      <StepFields
        move={move}
        draft={form.draft}
        services={listNameable(record.service)}
        today={today}
        toProblem={useDetailProblems(missing, saving)}
        onChange={form.change}
      />
      {role === 'carrier' && <AttachField chosen={files} onChange={setFiles} />}
    </FormFrame>
  )
}

async function sendStep(
  { id, progress }: AssignmentRecord,
  step: NonNullable<ReturnType<typeof readStep>['step']>,
): Promise<void> {
  await call('moveAssignment', {
    params: { id },
    body: step,
    ...(progress === null ? {} : { version: progress.version }),
  })
}
