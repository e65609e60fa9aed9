/** Which villages are being merged, into what, and what becomes of it? */
import { useEffect, useRef, useState } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import type { LngLat } from '../../../core/geo.ts'
import { call } from '../../api.ts'
import type { MapMove } from '../../map/map-view-props.ts'
import { stopEditing } from '../../state/edit-slice.ts'
import { emptyMerge, listNewsOfVillages, toSeen, withSeen, type MergeDraft } from '../../state/merge-draft.ts'
import { toNewVillage } from '../../state/new-village.ts'
import { lacksEvidence, noEvidence, toEvidence, type Evidence } from './evidence-fields.tsx'
import { showSaved } from './show-saved.ts'
import { tellNews } from './tell-news.ts'
import { useDraft } from './use-draft.ts'
import { useFieldProblems } from './use-field-problems.ts'
import { useReadingArea } from './use-reading-area.ts'
import { useSaving } from './use-saving.ts'
import { readPosition, useVillageMove } from './use-village-move.ts'
import { useVillages } from './use-villages.ts'

export type MergeFormDraft = MergeDraft & Evidence

const opening: MergeFormDraft = { ...emptyMerge, ...noEvidence }

export function useMerging(ids: readonly number[]) {
  const { draft, change, drop, was_found } = useDraft(`merge:${ids.join()}`, opening)
  const { seen } = draft
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [needsSource, setNeedsSource] = useState(false)
  const { saving, run } = useSaving()
  const { records, reload } = useVillages(seen.map(({ id }) => id))
  const toProblem = useFieldProblems({ problems, saving })
  const area = useReadingArea()
  const place = readPosition(draft.position, area)
  const news = listNewsOfVillages(seen, records)
  const chosen = seen.flatMap(({ id }) => records.get(id) ?? [])
  useVillageMove({
    is_on: true,
    from: '',
    typed: draft.position,
    area,
    onMove: (position) => change({ position }),
    moves: toMoves(seen, area, place),
    clicks_mean: 'anything',
  })
  const choose = useChoosing({ change, run })
  const remove = (id: number) =>
    change((latest) =>
      withSeen(
        latest,
        latest.seen.filter((one) => one.id !== id),
      ),
    )
  useEffect(() => {
    if (!was_found) for (const id of ids) void choose(id)
    // At the beginning only; what is chosen then is the draft's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [was_found])

  const save = async () => {
    const read = toNewVillage(draft, area, isOneCommune(chosen) ? 'follows' : 'needed')
    setProblems({
      ...read.problems,
      ...(seen.length < 2 ? { villages: 'too_few' } : {}),
      ...(draft.valid_from === '' ? { valid_from: 'day_missing' } : {}),
    })
    setNeedsSource(lacksEvidence(draft))
    const isWhole = seen.length > 1 && draft.valid_from !== '' && !lacksEvidence(draft) && news.length === 0
    const { village } = read
    if (village === null || !isWhole) return
    const isSaved = await run(async () => {
      const villages = seen.map(({ id, version }) => ({ id, version }))
      const body = { villages, into: village, valid_from: draft.valid_from, ...toEvidence(draft) }
      const { id, entry_id } = await call('mergeVillages', { body })
      drop()
      tellNews({ village_id: id, type: 'merge', entry_id })
      stopEditing()
      await showSaved()
    })
    if (!isSaved) reload()
  }
  const cancel = () => {
    drop()
    stopEditing()
  }
  return {
    draft,
    change,
    saving,
    was_found,
    drop,
    chosen,
    news,
    choose,
    remove,
    toProblem,
    area,
    needsSource,
    save,
    cancel,
  }
}

interface Choosing {
  readonly change: (part: (latest: MergeFormDraft) => Partial<MergeFormDraft>) => void
  readonly run: (work: () => Promise<void>) => Promise<boolean>
}

/** Chosen again, a village stays: only its own button leaves it out. */
function useChoosing({ change, run }: Choosing): (id: number) => Promise<void> {
  const underway = useRef(new Set<number>())
  return async (id) => {
    if (underway.current.has(id)) return
    underway.current.add(id)
    await run(async () => {
      const village = (await call('getVillage', { params: { id } })) as VillageRecord
      if (village.valid_to !== null) return
      change((latest) =>
        latest.seen.some((one) => one.id === id) ? {} : withSeen(latest, [...latest.seen, toSeen(village)]),
      )
    })
    underway.current.delete(id)
  }
}

export function isOneCommune(villages: readonly VillageRecord[]): boolean {
  return new Set(villages.map(({ commune_code }) => commune_code)).size <= 1
}

/** From each of the villages to where the new one is to lie. */
function toMoves(
  seen: MergeDraft['seen'],
  area: ReturnType<typeof useReadingArea>,
  place: LngLat | null,
): MapMove[] {
  return seen.flatMap(({ id, draft: { name, position } }): MapMove[] => {
    const from = readPosition(position, area)
    return from === null ? [] : [{ id, from, to: place ?? from, label: name, is_selected: false }]
  })
}
