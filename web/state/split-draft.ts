/** Into which villages is one to be split, and what of it is not shared out yet? */
import type { VillageRecord } from '../../core/api/records.ts'
import { toSeen, type SeenVillage } from './merge-draft.ts'
import { countLeft, emptyNewVillage, shareOut, suggestCodes, type NewVillageDraft } from './new-village.ts'
import { toCount, type VillageDraft } from './village-edit.ts'

export interface SplitDraft {
  /** As it was when the form was opened. */
  readonly seen: SeenVillage
  readonly parts: readonly NewVillageDraft[]
  readonly valid_from: string
}

/** What a part has like the whole, until it is changed by itself. */
const inherited = [
  'kind',
  'commune_pin',
  'grid_power',
  'grid_power_since',
  'road_access',
  'especially_difficult',
  'border',
] as const satisfies readonly (keyof VillageDraft)[]

export const mostParts = 20

export function toSplitDraft(village: VillageRecord, taken: readonly string[]): SplitDraft {
  const seen = toSeen(village)
  const draft = { seen, parts: [], valid_from: '' }
  return { ...draft, parts: withPart({ ...draft, parts: withPart(draft, village, taken) }, village, taken) }
}

/** One more, named and coded after the others. */
export function withPart(
  { seen, parts }: SplitDraft,
  { commune_code, name }: Pick<VillageRecord, 'commune_code' | 'name'>,
  taken: readonly string[],
): readonly NewVillageDraft[] {
  const [code = ''] = suggestCodes([...taken, ...parts.map((part) => part.code)], commune_code, 1)
  return [
    ...parts,
    { ...emptyNewVillage, ...pickInherited(seen.draft), code, name: toPartName(name, parts.length) },
  ]
}

/** Huổi Cát 1, Huổi Cát 2; of a name that ends in a number Tổ dân phố 1A, 1B. */
function toPartName(name: string, index: number): string {
  return /\d$/.test(name) ? `${name}${String.fromCharCode(65 + index)}` : `${name} ${index + 1}`
}

/** The whole as somebody else has saved it meanwhile: what a part had of it follows. */
export function withNewWhole(
  { seen, parts }: SplitDraft,
  village: VillageRecord,
): Omit<SplitDraft, 'valid_from'> {
  const now = toSeen(village)
  const follow = (part: NewVillageDraft): NewVillageDraft => {
    const left = inherited.filter((field) => part[field] === seen.draft[field])
    return { ...part, ...Object.fromEntries(left.map((field) => [field, now.draft[field]])) }
  }
  return { seen: now, parts: parts.map(follow) }
}

/** Households, and people with them, as evenly as can be. */
export function withSharesOut({ seen, parts }: SplitDraft): readonly NewVillageDraft[] {
  const households = toShares(seen.draft.households, parts.length)
  const population = toShares(seen.draft.population, parts.length)
  return parts.map((part, index) => ({
    ...part,
    households: households?.[index]?.toString() ?? part.households,
    population: population?.[index]?.toString() ?? part.population,
  }))
}

/** Null while it is not known of the whole or of one part. */
export function countLeftOf(field: 'households' | 'population', { seen, parts }: SplitDraft): number | null {
  return countLeft(
    toCount(seen.draft[field]),
    parts.map((part) => toCount(part[field])),
  )
}

function toShares(whole: string, count: number): number[] | null {
  const total = toCount(whole)
  return total === null ? null : shareOut(total, count)
}

function pickInherited(draft: VillageDraft): Pick<VillageDraft, (typeof inherited)[number]> {
  return Object.fromEntries(inherited.map((field) => [field, draft[field]])) as unknown as VillageDraft
}
