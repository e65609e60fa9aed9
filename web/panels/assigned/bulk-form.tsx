/** How is the same decision taken for several villages at once? All of them or none. */
import { useState } from 'react'
import { listNameable } from '../../../core/assignments/fulfilment.ts'
import type { AssignmentMoveName, MoveDetail } from '../../../core/assignments/lifecycle.ts'
import { services } from '../../../core/coverage/states.ts'
import { call, type ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toVillageName, type AssignedRow } from '../../state/assigned-rows.ts'
import { readStep, toOpeningDraft, type StepDraft } from '../../state/assigned-step.ts'
import { useApp } from '../../state/store.ts'
import { FormFrame } from '../villages/form-frame.tsx'
import { useSaving, type Saving } from '../villages/use-saving.ts'
import { showStep } from './show-step.ts'
import { StepFields } from './step-fields.tsx'
import { useDetailProblems } from './use-detail-problems.ts'

interface BulkFormProps {
  readonly move: AssignmentMoveName
  readonly rows: readonly AssignedRow[]
  readonly today: string
  readonly onDone: (result: 'saved' | 'given up') => void
}

export function BulkForm({ move, rows, today, onDone }: BulkFormProps) {
  const { p, formats } = usePartWords('assigned')
  const [draft, setDraft] = useState<StepDraft>(() => toSharedDraft(move, rows))
  const [missing, setMissing] = useState<readonly MoveDetail[]>([])
  const { saving, run } = useSaving()
  const nameable = services.filter((service) =>
    rows.every(({ record }) => listNameable(record.service).includes(service)),
  )
  const save = async () => {
    const reading = readStep(move, draft, null)
    setMissing(reading.missing)
    const { step } = reading
    if (step === null) return
    const items = rows.flatMap(({ record: { id, progress } }) =>
      progress === null ? [] : [{ id, version: progress.version }],
    )
    const isSaved = await run(async () => {
      await call('moveAssignments', { body: { items, ...step } })
    })
    if (!isSaved) return useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
    onDone('saved')
    await showStep(move)
  }
  return (
    <FormFrame
      title={p('queue.bulk_title', { move: p(`moves.${move}`), n: formats.integer(rows.length) })}
      save_label={p(`moves.${move}`)}
      saving={saving}
      onSave={() => void save()}
      onCancel={() => onDone('given up')}
    >
      <StepFields
        move={move}
        draft={draft}
        services={nameable}
        today={today}
        toProblem={useDetailProblems(missing, saving)}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      <RefusedRow rows={rows} saving={saving} />
    </FormFrame>
  )
}

/** Services that all of them report. */
function toSharedDraft(move: AssignmentMoveName, rows: readonly AssignedRow[]): StepDraft {
  const draft = toOpeningDraft(move, null)
  const technologies = services.filter((service) =>
    rows.every(({ record }) => record.progress?.technologies.includes(service) === true),
  )
  return { ...draft, technologies }
}

function RefusedRow({ rows, saving }: { readonly rows: readonly AssignedRow[]; readonly saving: Saving }) {
  const { p } = usePartWords('assigned')
  if (saving.status !== 'refused') return null
  const row = findRefused(rows, saving.problem)
  if (row === undefined) return null
  return <p className="edit-refusal">{p('queue.refused_one', { name: toVillageName(row.record) })}</p>
}

function findRefused(rows: readonly AssignedRow[], { params }: ApiProblem): AssignedRow | undefined {
  return rows.find(({ record }) => record.id === params['assignment_id'])
}
