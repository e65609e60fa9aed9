/** How is a village changed? As a whole, from the version that its editor saw. */
import { AppError } from '../../core/errors.ts'
import {
  applyVillageEdit,
  listChangedVillageFields,
  nameVillageChange,
  type VillageEdit,
} from '../../core/inventory/village-edit.ts'
import type { Actor } from '../../core/permissions.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import { prepareVillage, requireMayWriteVillage } from './prepare-village.ts'
import { requireVersion } from './require-version.ts'
import type { ChangeOrigin } from './site-entry.ts'
import { findKeptVillage, toVillageEntry, type KeptVillage } from './village-snapshot.ts'
import { updateVillageRow } from './write-village.ts'

export interface VillageUpdate {
  readonly id: number
  /** As the editor saw it. */
  readonly version: number
  readonly edit: VillageEdit
  readonly today: string
  readonly role: Actor['role']
  readonly origin: ChangeOrigin
}

export interface UpdatedVillage {
  readonly version: number
  readonly entry: AuditEntry
}

export async function updateVillage(client: Client, update: VillageUpdate): Promise<UpdatedVillage> {
  const { edit, today, role, origin } = update
  const { village: before } = await getVillageToWrite(client, update)
  const wanted = applyVillageEdit(before, edit)
  requireMayWriteVillage(before, wanted, role)
  const after = await prepareVillage(client, { before, after: wanted, today })
  const isConfirmed =
    edit.evidence.source_code !== undefined &&
    (after.source_code !== before.source_code || after.observed_on !== before.observed_on)
  const isSeenAgain = edit.evidence.observed_on !== undefined && after.observed_on !== before.observed_on
  if (listChangedVillageFields(before, after).length === 0 && !isConfirmed && !isSeenAgain) {
    throw new AppError('nothing_changed')
  }
  const { version, village } = await updateVillageRow(client, after)
  const action = nameVillageChange(before, village)
  return { version, entry: toVillageEntry({ action, before, after: village, origin }) }
}

/** Kept for this transaction, at the version that the editor saw. A village of other units is there, but not to write. */
export async function getVillageToWrite(
  client: Client,
  { id, version, role }: Pick<VillageUpdate, 'id' | 'version' | 'role'>,
): Promise<KeptVillage> {
  const kept = await findKeptVillage(client, id, 'to write')
  if (kept === null) {
    if ((await findKeptVillage(client, id, 'to read')) === null) {
      throw new AppError('village_not_found', { value: id })
    }
    throw new AppError('not_allowed', { role })
  }
  await requireVersion(client, { noun: 'villages', id, seen: version, current: kept.version })
  return kept
}
