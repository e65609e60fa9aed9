/** What would a row of a list of villages do? The whole village before and after, and what a person has to look at. */
import { AppError } from '../errors.ts'
import type { LngLat } from '../geo.ts'
import type { UnitsOfSite } from '../inventory/site-snapshot.ts'
import {
  applyVillageEdit,
  cleanVillage,
  createVillageDraft,
  listChangedVillageFields,
  requireValidVillage,
  type Evidence,
  type VillageSnapshot,
} from '../inventory/village-edit.ts'
import type { VillageChanges } from '../inventory/village-fields.ts'
import { farMove_m } from '../inventory/site-fields.ts'
import {
  toProblemOf,
  toRecordProblem,
  toUncomparable,
  type Comparison,
  type FieldChange,
} from './planned-row.ts'
import { isCorrectedSince, toMoved_m } from './compare-record.ts'
import type { CellProblem } from './problems.ts'
import type { ReadRecord } from './read-record.ts'
import type { ConflictCode } from './states.ts'

export interface VillageFacts {
  readonly before: { readonly version: number; readonly village: VillageSnapshot } | null
  /** For a village that is new and has none in the list. */
  readonly free_code: string
  readonly locate: (position: LngLat) => UnitsOfSite | null
  readonly findUnits: (commune_code: string) => UnitsOfSite | null
  readonly said_before: Readonly<Record<string, unknown>> | null
  readonly check: (changes: VillageChanges) => CellProblem[]
  /** ISO day. */
  readonly today: string
}

type RecordValues = Omit<VillageChanges, 'alt_names'> &
  Evidence & {
    readonly code?: string
    readonly alt_names?: readonly string[]
    readonly commune_2025_code?: string
    readonly district_code?: string
    readonly valid_from?: string
    readonly valid_to?: string
  }

export function compareVillage(record: ReadRecord, facts: VillageFacts): Comparison<VillageSnapshot> {
  const {
    code,
    commune_2025_code,
    district_code: _,
    source_code,
    observed_on,
    ...values
  } = record.values as RecordValues
  const { valid_from, valid_to, ...fields } = values
  const before = facts.before?.village ?? null
  const position = record.position
  const given = {
    ...fields,
    ...(position === null ? {} : { lng: position.lng, lat: position.lat }),
  } as VillageChanges
  const evidence: Evidence = {
    ...(source_code === undefined ? {} : { source_code }),
    ...(observed_on === undefined ? {} : { observed_on }),
  }
  const problems = [...listMissing(given, before), ...facts.check(given)]
  if (problems.length > 0) return toUncomparable(problems)
  try {
    const changes = cleanVillage(toKeptName(given, before))
    const draft =
      before === null
        ? createVillageDraft(
            { kind: 'ban', ...changes, name: changes.name!, code: code ?? facts.free_code },
            evidence,
          )
        : applyVillageEdit(before, { changes, evidence })
    const dated = {
      ...draft,
      valid_from: valid_from ?? draft.valid_from,
      valid_to: valid_to ?? draft.valid_to,
    }
    requireValidVillage(dated, facts.today)
    return place(dated, { before, facts, record, commune_2025_code: commune_2025_code ?? null })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return toUncomparable([toProblemOf(error)])
  }
}

/** A village that was found by another spelling keeps its own name: a list with slips renames nothing. */
function toKeptName(given: VillageChanges, before: VillageSnapshot | null): VillageChanges {
  if (before === null) return given
  const { name: _, kind: _kind, ...others } = given
  return others
}

function listMissing(given: VillageChanges, before: VillageSnapshot | null): CellProblem[] {
  if (before !== null) return []
  const missing: CellProblem[] = []
  if (given.name === undefined) missing.push(toRecordProblem('value_missing', 'name', null))
  const isPlaced = typeof given.lng === 'number' || given.commune_code !== undefined
  if (!isPlaced) missing.push(toRecordProblem('value_missing', 'commune_code', null))
  return missing
}

interface Placing {
  readonly before: VillageSnapshot | null
  readonly facts: VillageFacts
  readonly record: ReadRecord
  readonly commune_2025_code: string | null
}

function place(
  draft: VillageSnapshot,
  { before, facts, record, commune_2025_code }: Placing,
): Comparison<VillageSnapshot> {
  const to = toPosition(draft)
  const from = before === null ? null : toPosition(before)
  const moved_m = toMoved_m(from, to)
  const isMoved = to !== null && (from === null || moved_m !== null)
  const located = to === null ? null : facts.locate(to)
  if (isMoved && located === null) {
    return toUncomparable([
      toRecordProblem('position_outside', 'position', record.position?.text ?? `${to[1]}, ${to[0]}`),
    ])
  }
  const isNamed = before === null ? draft.commune_code !== '' : draft.commune_code !== before.commune_code
  const named = isNamed ? facts.findUnits(draft.commune_code) : null
  const isElsewhere =
    (named !== null && located !== null && named.commune_code !== located.commune_code) ||
    (isMoved && commune_2025_code !== null && commune_2025_code !== located?.commune_2025_code)
  // Where the list names another commune than the drawn line, whoever accepts that takes the list's word: the village is pinned.
  const pin = isElsewhere && named !== null ? named.commune_code : draft.commune_pin
  const home = pin !== null ? facts.findUnits(pin) : (located ?? named ?? facts.findUnits(draft.commune_code))
  if (home === null)
    return toUncomparable([toRecordProblem('unit_not_found', 'commune_code', draft.commune_code)])
  const located_by = pin !== null ? 'pin' : to === null ? 'label' : 'position'
  const after: VillageSnapshot = { ...draft, ...home, commune_pin: pin, located_by }
  const changes = before === null ? [] : listChanges(before, after)
  const conflicts: ConflictCode[] = []
  if (isElsewhere) conflicts.push('outside_commune')
  if (moved_m !== null && moved_m > farMove_m) conflicts.push('moved_far')
  if (isCorrectedSince(changes, facts.said_before)) conflicts.push('corrected_since')
  return {
    record_id: before?.id ?? null,
    base_version: facts.before?.version ?? null,
    before,
    after,
    changes,
    from,
    to,
    moved_m,
    conflicts,
    problems: [],
  }
}

function toPosition({ lng, lat }: VillageSnapshot): LngLat | null {
  return lng === null || lat === null ? null : [lng, lat]
}

function listChanges(before: VillageSnapshot, after: VillageSnapshot): FieldChange[] {
  const dates = (['valid_from', 'valid_to'] as const).filter((field) => before[field] !== after[field])
  return [...listChangedVillageFields(before, after), ...dates].map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }))
}
