/** How is a village added? Placed by a click or typed, in the commune that follows, with source and reason. */
import { useState } from 'react'
import type { PositionCheck } from '../../../core/api/site-edits.ts'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { stopEditing } from '../../state/edit-slice.ts'
import {
  emptyNewVillage,
  toNewVillage,
  type NewVillageDraft,
  type NewVillageProblems,
} from '../../state/new-village.ts'
import { useApp } from '../../state/store.ts'
import { CodeField } from './code-field.tsx'
import { EvidenceFields, lacksEvidence, noEvidence, toEvidence, type Evidence } from './evidence-fields.tsx'
import { SelectField, TextField } from './fields.tsx'
import { FormFrame } from './form-frame.tsx'
import { showSaved } from './show-saved.ts'
import { tellNews } from './tell-news.ts'
import { useCommuneChoices } from './use-choices.ts'
import { useDraft } from './use-draft.ts'
import { useFieldProblems } from './use-field-problems.ts'
import { useReadingArea } from './use-reading-area.ts'
import { useSaving } from './use-saving.ts'
import { useVillageMove } from './use-village-move.ts'
import { VillageFields } from './village-fields.tsx'

interface FormDraft extends NewVillageDraft, Evidence {
  readonly valid_from: string
}

export function NewVillageForm({ commune_code }: { readonly commune_code: string | null }) {
  const { p } = usePartWords('villages')
  const today = useApp((state) => state.today)
  const form = useNewVillage(commune_code)
  const { draft, change, toProblem, area } = form
  const communes = useCommuneChoices(p('new.no_commune'))
  return (
    <FormFrame
      level="h2"
      title={p('new.title')}
      save_label={p('new.save')}
      saving={form.saving}
      draft={form}
      onSave={() => void form.save()}
      onCancel={form.cancel}
    >
      <p className="note">{p('new.lead')}</p>
      <CodeField
        code={draft.code}
        commune_code={form.commune ?? ''}
        problem={toProblem('code')}
        onChange={(code) => change({ code })}
      />
      <VillageFields
        draft={draft}
        toProblem={toProblem}
        area={area}
        onChange={change}
        onUnits={form.setUnits}
      />
      {!form.isPlaced && (
        <SelectField
          label={p('fields.commune_code')}
          hint={p('new.commune_hint')}
          value={draft.commune_code}
          choices={communes}
          problem={toProblem('commune_code')}
          onChange={(code) => change({ commune_code: code })}
        />
      )}
      <TextField
        label={p('new.since')}
        hint={p('new.since_hint')}
        type="date"
        max={today}
        value={draft.valid_from}
        problem={toProblem('valid_from')}
        onChange={(valid_from) => change({ valid_from })}
      />
      <EvidenceFields
        evidence={draft}
        is_missing={form.needsSource}
        toProblem={toProblem}
        onChange={change}
      />
    </FormFrame>
  )
}

/** What is typed, where it lies, and what becomes of it. */
function useNewVillage(commune_code: string | null) {
  const opening: FormDraft = {
    ...emptyNewVillage,
    ...noEvidence,
    commune_code: commune_code ?? '',
    valid_from: '',
  }
  const { draft, change, drop, was_found } = useDraft(`new-village:${commune_code ?? ''}`, opening)
  const [problems, setProblems] = useState<NewVillageProblems>({})
  const [needsSource, setNeedsSource] = useState(false)
  const [units, setUnits] = useState<PositionCheck['units']>(null)
  const { saving, run } = useSaving()
  const toProblem = useFieldProblems({ problems, saving })
  const area = useReadingArea()
  useVillageMove({
    is_on: true,
    from: '',
    typed: draft.position,
    area,
    onMove: (position) => change({ position }),
  })
  const isPlaced = draft.position !== '' || draft.commune_pin !== ''
  const commune = draft.commune_pin || (draft.position === '' ? draft.commune_code : units?.commune_code)

  const save = async () => {
    const read = toNewVillage(draft, area, 'needed')
    setProblems(read.problems)
    setNeedsSource(lacksEvidence(draft))
    const { village } = read
    if (village === null || lacksEvidence(draft)) return
    const since = draft.valid_from === '' ? {} : { valid_from: draft.valid_from }
    await run(async () => {
      const { id, entry_id } = await call('createVillage', {
        body: { village, ...since, ...toEvidence(draft) },
      })
      drop()
      tellNews({ village_id: id, type: 'new', entry_id })
      stopEditing()
      await showSaved()
    })
  }
  const cancel = () => {
    drop()
    stopEditing()
  }
  return {
    draft,
    change,
    toProblem,
    area,
    saving,
    was_found,
    drop,
    needsSource,
    isPlaced,
    commune,
    setUnits,
    save,
    cancel,
  }
}
