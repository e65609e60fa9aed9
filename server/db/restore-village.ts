/** How is a village put back to what it was before or after an entry of its history? By a new change. */
import { fromDayNumber, toDayNumber } from '../../core/dates.ts'
import { AppError } from '../../core/errors.ts'
import { listChangedVillageFields, type VillageSnapshot } from '../../core/inventory/village-edit.ts'
import type { Role } from '../../core/permissions.ts'
import type { Client } from './database.ts'
import { requireFreeVillageCode, requireMayWriteVillage } from './prepare-village.ts'
import type { ChangeOrigin } from './site-entry.ts'
import { getVillageToWrite, type UpdatedVillage } from './update-village.ts'
import { toVillageEntry } from './village-snapshot.ts'
import { updateVillageRow } from './write-village.ts'

export interface VillageRestoration {
  readonly id: number
  /** Of the village now, as the editor saw it. */
  readonly version: number | undefined
  /** The village as the entry has it; null for what was before it was created: it has then never been. */
  readonly snapshot: VillageSnapshot | null
  /** ISO date. */
  readonly today: string
  readonly role: Role
  readonly origin: ChangeOrigin
}

export async function restoreVillage(
  client: Client,
  { id, version, snapshot, today, role, origin }: VillageRestoration,
): Promise<UpdatedVillage> {
  if (version === undefined) throw new AppError('version_required', { field: 'version' })
  const { village: before } = await getVillageToWrite(client, { id, version, role })
  const after: VillageSnapshot =
    snapshot === null
      ? { ...before, valid_from: before.valid_from ?? today, valid_to: toDayBeforeIt(before, today) }
      : { ...before, ...snapshot, ...(await listKept(client, before)) }
  requireMayWriteVillage(before, after, role)
  if (isSame(before, after)) throw new AppError('nothing_changed')
  await requireFreeVillageCode(client, { before, after })
  const written = await updateVillageRow(client, after)
  const entry = toVillageEntry({ action: 'restore', before, after: written.village, origin })
  return { version: written.version, entry }
}

/** Whose place others took, or who took it, ends and begins by that alone. */
async function listKept(client: Client, before: VillageSnapshot): Promise<Partial<VillageSnapshot>> {
  const { id, is_sample, valid_from, valid_to } = before
  const related = await client.query(selectLineage, [id])
  return related.length === 0 ? { id, is_sample } : { id, is_sample, valid_from, valid_to }
}

const selectLineage = `
select l.predecessor_id
from village_lineage l
where $1::integer in (l.predecessor_id, l.successor_id)
limit 1`

/** Nothing is deleted: what should not have been created ended before it began, so that on no day it was there. */
function toDayBeforeIt({ valid_from }: VillageSnapshot, today: string): string {
  const first = valid_from !== null && valid_from < today ? valid_from : today
  return fromDayNumber(toDayNumber(first) - 1)
}

function isSame(before: VillageSnapshot, after: VillageSnapshot): boolean {
  const others = ['code', 'valid_from', 'valid_to', 'source_code', 'observed_on'] as const
  return (
    listChangedVillageFields(before, after).length === 0 &&
    others.every((field) => before[field] === after[field])
  )
}
