/** Which villages are to be merged into what, and has one of them changed since it was looked at? */
import type { VillageRecord } from '../../core/api/records.ts'
import { emptyNewVillage, type NewVillageDraft } from './new-village.ts'
import { toCount, toVillageDraft, villageFieldNames } from './village-edit.ts'
import type { VillageDraft, VillageField } from './village-edit.ts'

/** A village as it was when it was chosen. */
export interface SeenVillage {
  readonly id: number
  readonly version: number
  readonly draft: VillageDraft
}

export interface MergeDraft extends NewVillageDraft {
  readonly seen: readonly SeenVillage[]
  readonly valid_from: string
}

export const emptyMerge: MergeDraft = { ...emptyNewVillage, seen: [], valid_from: '' }

export function toSeen(village: VillageRecord): SeenVillage {
  return { id: village.id, version: village.version, draft: toVillageDraft(village) }
}

/** The new village lies where the most people live, until it is placed otherwise. */
function toDefaultPlace(seen: readonly SeenVillage[]): string {
  const placed = seen.filter(({ draft }) => draft.position !== '')
  const toPeople = ({ draft }: SeenVillage) => toCount(draft.population) ?? 0
  return placed.toSorted((a, b) => toPeople(b) - toPeople(a))[0]?.draft.position ?? ''
}

/** What was not stated otherwise follows the villages chosen now. */
export function withSeen(
  draft: MergeDraft,
  seen: readonly SeenVillage[],
): Pick<MergeDraft, 'seen' | 'position' | 'kind'> {
  const isPlaceLeft = draft.position === toDefaultPlace(draft.seen)
  const isKindLeft = draft.kind === toDefaultKind(draft.seen)
  return {
    seen,
    position: isPlaceLeft ? toDefaultPlace(seen) : draft.position,
    kind: isKindLeft ? toDefaultKind(seen) : draft.kind,
  }
}

function toDefaultKind([first]: readonly SeenVillage[]): VillageDraft['kind'] {
  return first?.draft.kind ?? emptyNewVillage.kind
}

export interface NewsOfVillage {
  readonly village: VillageRecord
  readonly type: 'ended' | 'changed'
  /** What reads otherwise now. */
  readonly fields: readonly VillageField[]
}

/** What others did to the chosen villages since: nobody merges what they have not seen. */
export function listNewsOfVillages(
  seen: readonly SeenVillage[],
  records: ReadonlyMap<number, VillageRecord>,
): NewsOfVillage[] {
  return seen.flatMap((one): NewsOfVillage[] => {
    const village = records.get(one.id)
    if (village === undefined) return []
    if (village.valid_to !== null) return [{ village, type: 'ended', fields: [] }]
    if (village.version === one.version) return []
    const now = toVillageDraft(village)
    return [
      {
        village,
        type: 'changed',
        fields: villageFieldNames.filter((field) => now[field] !== one.draft[field]),
      },
    ]
  })
}
