/** What would a village be after an edit, and may it be kept so? Nothing is written here. */
import { AppError } from '../../core/errors.ts'
import {
  listChangedVillageFields,
  requireValidVillage,
  type VillageSnapshot,
} from '../../core/inventory/village-edit.ts'
import { requireInside } from '../../core/inventory/site-rules.ts'
import { canWriteColumn, type Role } from '../../core/permissions.ts'
import { findPositionFacts } from './check-position.ts'
import type { Client } from './database.ts'

export interface VillageDraft {
  /** Null for a new village. */
  readonly before: VillageSnapshot | null
  readonly after: VillageSnapshot
  /** ISO date. */
  readonly today: string
}

/** The village with the units that follow from its pin, else its position, else the commune stated for it. */
export async function prepareVillage(client: Client, draft: VillageDraft): Promise<VillageSnapshot> {
  requireValidVillage(draft.after, draft.today)
  await requireFreeVillageCode(client, draft)
  await requireSource(client, draft.after.source_code)
  return placeVillage(client, draft)
}

/** Which columns a role may write, as core/permissions.ts has it; the database refuses too. */
export function requireMayWriteVillage(before: VillageSnapshot, after: VillageSnapshot, role: Role): void {
  const field = listChangedVillageFields(before, after).find(
    (name) => !canWriteColumn(role, 'update', 'villages', name === 'lng' || name === 'lat' ? 'geom' : name),
  )
  if (field !== undefined) throw new AppError('not_allowed', { role, field })
}

export async function requireFreeVillageCode(
  client: Client,
  { before, after }: Pick<VillageDraft, 'before' | 'after'>,
): Promise<void> {
  if (after.code === before?.code) return
  const taken = await client.query(
    `
select v.id
from villages v
where v.code = $1::text`,
    [after.code],
  )
  if (taken.length > 0) throw new AppError('code_taken', { field: 'code', value: after.code })
}

export async function requireSource(client: Client, code: string | null): Promise<void> {
  if (code === null) return
  const known = await client.query(
    `
select s.code
from sources s
where s.code = $1::text`,
    [code],
  )
  if (known.length > 0) return
  throw new AppError('value_invalid', { field: 'source_code', value: code, expected: 'sources' })
}

async function placeVillage(
  client: Client,
  { before, after }: Pick<VillageDraft, 'before' | 'after'>,
): Promise<VillageSnapshot> {
  const { lng, lat, commune_pin } = after
  const isMoved = before === null || before.lng !== lng || before.lat !== lat
  const isSamePlace = !isMoved && before.commune_pin === commune_pin
  if (isSamePlace && before.commune_code === after.commune_code) return after
  const stated = commune_pin ?? (after.commune_code === '' ? null : after.commune_code)
  const facts = await findPositionFacts(client, {
    // Poles are in no province: whatever is there does not decide where no position is.
    lng: lng ?? 0,
    lat: lat ?? -90,
    site_id: null,
    from: null,
    commune_code: stated,
  })
  const isByPosition = commune_pin === null && lng !== null
  if (lng !== null && lat !== null && (isMoved || isByPosition)) requireInside(facts, { lng, lat })
  const home = isByPosition ? facts.units : facts.stated
  if (home === null) refuseWithoutCommune(stated, commune_pin)
  const { district_code, commune_code, commune_2025_code } = home
  const located_by = commune_pin !== null ? 'pin' : lng !== null ? 'position' : 'label'
  return { ...after, district_code, commune_code, commune_2025_code, located_by }
}

function refuseWithoutCommune(stated: string | null, pin: string | null): never {
  const field = pin === null ? 'commune_code' : 'commune_pin'
  if (stated === null) throw new AppError('value_invalid', { field, value: null, expected: 'required' })
  throw new AppError('unit_not_found', { field, value: stated })
}

/** A code that somebody else took between the question and the write. */
export async function refuseTakenCode<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown }
    if (code !== '23505' || constraint !== 'villages_code_key') throw error
    throw new AppError('code_taken', { field: 'code' })
  }
}
