/** How is a village changed? Its facts, place and pin, with source and reason; what somebody else saved is never overwritten. */
import { useMemo, useState } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import {
  toVillageChanges,
  toVillageDraft,
  type DraftProblems,
  type VillageDraft,
} from '../../state/village-edit.ts'
import { useReadingArea } from './use-reading-area.ts'
import { EvidenceFields, lacksEvidence, noEvidence, toEvidence, type Evidence } from './evidence-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import { showSaved } from './show-saved.ts'
import { useDraft } from './use-draft.ts'
import { useFieldProblems } from './use-field-problems.ts'
import { useSaving } from './use-saving.ts'
import { useVillageMove } from './use-village-move.ts'
import { VillageConflict } from './village-conflict.tsx'
import { CountAndPowerFields, VillageFields } from './village-fields.tsx'

interface VillageFormProps {
  readonly village: VillageRecord
  /** `confirmable`: what an UBND confirms of its own villages. */
  readonly fields: 'all' | 'confirmable'
  readonly onDone: (result: 'saved' | 'given up') => void
}

interface FormDraft extends VillageDraft, Evidence {
  /** The village as it was when the first letter was typed. */
  readonly start: { readonly draft: VillageDraft; readonly version: number }
}

function toOpening(village: VillageRecord): FormDraft {
  const draft = toVillageDraft(village)
  return { ...draft, ...noEvidence, start: { draft, version: village.version } }
}

export function VillageForm({ village, fields, onDone }: VillageFormProps) {
  const { p } = usePartWords('villages')
  // What the change starts from is kept with what is typed: the record may be read again meanwhile, or be another's by now.
  const opening = useMemo(() => toOpening(village), [village])
  const { draft, change, drop, was_found } = useDraft(`village:${village.id}`, opening)
  const { start } = draft
  const [problems, setProblems] = useState<DraftProblems>({})
  const [needsSource, setNeedsSource] = useState(false)
  const { saving, run } = useSaving()
  const area = useReadingArea()
  useVillageMove({
    is_on: fields === 'all',
    from: start.draft.position,
    typed: draft.position,
    area,
    onMove: (position) => change({ position }),
  })
  const toProblem = useFieldProblems({ problems, saving })
  const isConflict = saving.status === 'refused' && saving.problem.code === 'version_conflict'

  const save = async () => {
    const read = toVillageChanges(start.draft, draft, area)
    const lacksSource = lacksEvidence(draft)
    setProblems(read.problems)
    setNeedsSource(lacksSource)
    if (lacksSource || Object.keys(read.problems).length > 0) return
    const isSaved = await run(async () => {
      await call('updateVillage', {
        params: { id: village.id },
        version: start.version,
        body: { changes: read.changes, ...toEvidence(draft) },
      })
      await showSaved()
    })
    if (!isSaved) return
    drop()
    onDone('saved')
  }

  return (
    <>
      {isConflict && (
        <VillageConflict
          id={village.id}
          problem={saving.problem}
          before={start.draft}
          mine={draft}
          onDecide={(merged, theirs, version) => {
            change({ ...merged, start: { draft: theirs, version } })
            void run(() => Promise.resolve())
          }}
        />
      )}
      <FormFrame
        title={p(fields === 'all' ? 'edit_title' : 'confirm.title', { name: village.name })}
        save_label={p(fields === 'all' ? 'actions.save' : 'actions.confirm')}
        saving={isConflict ? { status: 'idle' } : saving}
        draft={{ was_found, drop }}
        onSave={() => void save()}
        onCancel={() => {
          drop()
          onDone('given up')
        }}
      >
        {fields === 'all' ? (
          <VillageFields draft={draft} toProblem={toProblem} area={area} onChange={change} />
        ) : (
          <>
            <p className="note">{p('confirm.text')}</p>
            <CountAndPowerFields draft={draft} toProblem={toProblem} onChange={change} />
          </>
        )}
        <EvidenceFields evidence={draft} is_missing={needsSource} toProblem={toProblem} onChange={change} />
      </FormFrame>
    </>
  )
}
