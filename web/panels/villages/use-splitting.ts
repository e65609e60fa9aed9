/** Into what is a village being split, and what becomes of it? */
import { useState } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import { call } from '../../api.ts'
import type { MapMove } from '../../map/map-view-props.ts'
import { stopEditing } from '../../state/edit-slice.ts'
import { listNewsOfVillages } from '../../state/merge-draft.ts'
import { toNewVillage, type NewVillageDraft } from '../../state/new-village.ts'
import { toSplitDraft, type SplitDraft } from '../../state/split-draft.ts'
import { useApp } from '../../state/store.ts'
import { getVillageFeatures } from '../../state/units.ts'
import { lacksEvidence, noEvidence, toEvidence, type Evidence } from './evidence-fields.tsx'
import { showSaved } from './show-saved.ts'
import { tellNews } from './tell-news.ts'
import { useDraft } from './use-draft.ts'
import { useFieldProblems } from './use-field-problems.ts'
import { useReadingArea } from './use-reading-area.ts'
import { useSaving } from './use-saving.ts'
import { readPosition, useVillageMove } from './use-village-move.ts'

type FormDraft = SplitDraft & Evidence
type PartProblems = Readonly<Partial<Record<string, string>>>

export function useSplitting(village: VillageRecord) {
  const villages = useApp((state) => state.sources.villages)
  const taken = getVillageFeatures(villages).map(({ properties }) => properties.code)
  const [opening] = useState<FormDraft>(() => ({ ...toSplitDraft(village, taken), ...noEvidence }))
  const { draft, change, drop, was_found } = useDraft(`split:${village.id}`, opening)
  const [partProblems, setPartProblems] = useState<readonly PartProblems[]>([])
  const [problems, setProblems] = useState<PartProblems>({})
  const [needsSource, setNeedsSource] = useState(false)
  const { saving, run } = useSaving()
  const toProblem = useFieldProblems({ problems, saving })
  const area = useReadingArea()
  const { parts, seen } = draft
  const [active, setActive] = useActivePart({ draft, change, area })
  const news = listNewsOfVillages([seen], new Map([[village.id, village]]))
  const changePart = (index: number, part: Partial<NewVillageDraft>) =>
    change((latest) => ({ parts: toChanged(latest.parts, index, part) }))

  const save = async () => {
    const read = parts.map((part) => toNewVillage(part, area, 'follows'))
    setPartProblems(read.map((one) => one.problems))
    setProblems(draft.valid_from === '' ? { valid_from: 'day_missing' } : {})
    setNeedsSource(lacksEvidence(draft))
    const into = read.flatMap((one) => one.village ?? [])
    if (into.length < parts.length || draft.valid_from === '' || lacksEvidence(draft) || news.length > 0)
      return
    const isSaved = await run(async () => {
      const { entry_id } = await call('splitVillage', {
        params: { id: village.id },
        version: seen.version,
        body: { into, valid_from: draft.valid_from, ...toEvidence(draft) },
      })
      drop()
      tellNews({ village_id: village.id, type: 'split', entry_id })
      stopEditing()
      await showSaved()
    })
    // What somebody else has saved meanwhile is to be seen before it is tried again.
    if (!isSaved) useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
  }
  const cancel = () => {
    drop()
    stopEditing()
  }
  return {
    draft,
    change,
    changePart,
    saving,
    was_found,
    drop,
    taken,
    active,
    setActive,
    news,
    toProblem,
    partProblems,
    area,
    needsSource,
    save,
    cancel,
    removePart: (index: number) => {
      setPartProblems([])
      setActive(0)
      change((latest) => ({ parts: latest.parts.filter((_, other) => other !== index) }))
    },
  }
}

interface ActivePart {
  readonly draft: SplitDraft
  readonly change: (part: (latest: FormDraft) => Partial<FormDraft>) => void
  readonly area: ReturnType<typeof useReadingArea>
}

/** The map moves one of the parts at a time: the one whose fields were last used. */
function useActivePart({ draft, change, area }: ActivePart): readonly [number, (index: number) => void] {
  const [active, setActive] = useState(0)
  const from = readPosition(draft.seen.draft.position, area)
  useVillageMove({
    is_on: true,
    from: draft.seen.draft.position,
    typed: draft.parts[active]?.position ?? '',
    area,
    onMove: (position) => change((latest) => ({ parts: toChanged(latest.parts, active, { position }) })),
    moves: draft.parts.flatMap((part, index): MapMove[] => {
      const to = readPosition(part.position, area)
      return to === null ? [] : [{ id: index, from, to, label: part.name, is_selected: index === active }]
    }),
  })
  return [active, setActive]
}

function toChanged(
  parts: readonly NewVillageDraft[],
  index: number,
  change: Partial<NewVillageDraft>,
): readonly NewVillageDraft[] {
  return parts.map((part, other) => (other === index ? { ...part, ...change } : part))
}
