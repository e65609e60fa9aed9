/** What has been changed in the form of a village, and can it be sent? Texts as typed in, changes of the contract out. */
import type { VillageRecord } from '../../core/api/records.ts'
import { parsePosition, type PositionProblem, type ReadingArea } from '../../core/coordinates/parse.ts'
import type { VillageChanges } from '../../core/inventory/village-fields.ts'

/** As it stands in the form. An empty text is “not known”. */
export interface VillageDraft {
  readonly name: string
  readonly kind: VillageRecord['kind']
  /** Separated by semicolons. */
  readonly alt_names: string
  /** As typed: degrees, minutes or VN-2000. */
  readonly position: string
  readonly commune_pin: string
  readonly households: string
  readonly population: string
  readonly grid_power: YesNo
  readonly grid_power_since: string
  readonly road_access: '' | NonNullable<VillageRecord['road_access']>
  readonly especially_difficult: YesNo
  readonly border: YesNo
}

export type YesNo = '' | 'yes' | 'no'
export type VillageField = keyof VillageDraft
export type DraftProblem = 'name_missing' | 'not_a_count' | `position_${PositionProblem}`
export type DraftProblems = Readonly<Partial<Record<VillageField, DraftProblem>>>

export const villageFieldNames = [
  'name',
  'kind',
  'alt_names',
  'position',
  'commune_pin',
  'households',
  'population',
  'grid_power',
  'grid_power_since',
  'road_access',
  'especially_difficult',
  'border',
] as const satisfies readonly VillageField[]

export const emptyVillage: VillageDraft = {
  name: '',
  kind: 'ban',
  alt_names: '',
  position: '',
  commune_pin: '',
  households: '',
  population: '',
  grid_power: '',
  grid_power_since: '',
  road_access: '',
  especially_difficult: '',
  border: '',
}

export function toVillageDraft(village: VillageRecord): VillageDraft {
  return {
    name: village.name,
    kind: village.kind,
    alt_names: village.alt_names.join('; '),
    position: hasOwnPosition(village) ? toPositionText(village.lng, village.lat) : '',
    commune_pin: village.commune_pin ?? '',
    households: village.households?.toString() ?? '',
    population: village.population?.toString() ?? '',
    grid_power: toYesNo(village.grid_power),
    grid_power_since: village.grid_power_since ?? '',
    road_access: village.road_access ?? '',
    especially_difficult: toYesNo(village.especially_difficult),
    border: toYesNo(village.border),
  }
}

/** A pinned village may lack a position; then no distance to a site is told. */
export function hasOwnPosition({
  located_by,
  nearest_sites,
}: Pick<VillageRecord, 'located_by' | 'nearest_sites'>): boolean {
  return located_by === 'position' || (located_by === 'pin' && nearest_sites.length > 0)
}

export function toPositionText(lng: number, lat: number): string {
  return `${lat.toFixed(6)}; ${lng.toFixed(6)}`
}

export interface VillageReading {
  readonly changes: VillageChanges
  readonly problems: DraftProblems
}

/** Only what differs: what somebody else changes meanwhile is not touched. */
export function toVillageChanges(
  before: VillageDraft,
  after: VillageDraft,
  area: ReadingArea,
): VillageReading {
  const changes: VillageChanges = {}
  const problems: Partial<Record<VillageField, DraftProblem>> = {}
  for (const field of villageFieldNames) {
    if (before[field] === after[field]) continue
    const read = readField(field, after, area)
    if ('problem' in read) problems[field] = read.problem
    else Object.assign(changes, read.changes)
  }
  return { changes, problems }
}

type FieldReading = { readonly changes: VillageChanges } | { readonly problem: DraftProblem }

function readField(field: VillageField, draft: VillageDraft, area: ReadingArea): FieldReading {
  switch (field) {
    case 'name': {
      const name = draft.name.trim()
      return name === '' ? { problem: 'name_missing' } : { changes: { name } }
    }
    case 'kind':
      return { changes: { kind: draft.kind } }
    case 'alt_names':
      return { changes: { alt_names: toNames(draft.alt_names) } }
    case 'position':
      return readPosition(draft.position, area)
    case 'households':
    case 'population':
      return readCount(field, draft[field])
    case 'commune_pin':
    case 'grid_power_since':
      return { changes: { [field]: draft[field] === '' ? null : draft[field] } }
    case 'road_access':
      return { changes: { road_access: draft.road_access === '' ? null : draft.road_access } }
    case 'grid_power':
    case 'especially_difficult':
    case 'border':
      return { changes: { [field]: draft[field] === '' ? null : draft[field] === 'yes' } }
  }
}

function readPosition(text: string, area: ReadingArea): FieldReading {
  const reading = parsePosition([text], area)
  switch (reading.type) {
    case 'empty':
      return { changes: { lng: null, lat: null } }
    case 'problem':
      return { problem: `position_${reading.problem}` }
    case 'position': {
      const [lng, lat] = reading.position
      return { changes: { lng, lat } }
    }
  }
}

/** 1.445 and 1 445 are how the office writes 1445. */
const grouped = /^\d{1,3}([.\s\u00a0]\d{3})*$|^\d{1,7}$/

function readCount(field: 'households' | 'population', text: string): FieldReading {
  const typed = text.trim()
  if (typed === '') return { changes: { [field]: null } }
  const count = toCount(typed)
  return count === null ? { problem: 'not_a_count' } : { changes: { [field]: count } }
}

/** Null where nothing is typed, or nothing that is a count. */
export function toCount(text: string): number | null {
  const typed = text.trim()
  return grouped.test(typed) ? Number(typed.replace(/\D/g, '')) : null
}

function toNames(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function toYesNo(value: boolean | null): YesNo {
  return value === null ? '' : value ? 'yes' : 'no'
}

export interface MergedDrafts {
  /** Mine, with what only the other changed. */
  readonly merged: VillageDraft
  /** Changed by both, to different values. */
  readonly conflicts: readonly VillageField[]
}

/** Two people started from the same record; nothing of either is lost unseen. */
export function mergeDrafts(before: VillageDraft, mine: VillageDraft, theirs: VillageDraft): MergedDrafts {
  const isMine = (field: VillageField) => mine[field] !== before[field]
  const conflicts = villageFieldNames.filter(
    (field) => isMine(field) && theirs[field] !== before[field] && theirs[field] !== mine[field],
  )
  const kept = Object.fromEntries(villageFieldNames.filter(isMine).map((field) => [field, mine[field]]))
  return { merged: { ...theirs, ...kept }, conflicts }
}
