/** How does a new village come to be? */
import {
  createVillageDraft,
  requirePastDay,
  type Evidence,
  type NewVillage,
} from '../../core/inventory/village-edit.ts'
import type { Client } from './database.ts'
import { prepareVillage } from './prepare-village.ts'
import type { ChangeOrigin } from './site-entry.ts'
import type { UpdatedVillage } from './update-village.ts'
import { toVillageEntry } from './village-snapshot.ts'
import { insertVillage } from './write-village.ts'

export interface VillageCreation {
  readonly village: NewVillage
  /** ISO date: its first day; null: not known. */
  readonly valid_from: string | null
  readonly evidence: Evidence
  readonly today: string
  readonly origin: ChangeOrigin
}

export async function createVillage(
  client: Client,
  { village: wanted, valid_from, evidence, today, origin }: VillageCreation,
): Promise<UpdatedVillage & { readonly id: number }> {
  requirePastDay('valid_from', valid_from, today)
  const after = await prepareVillage(client, {
    before: null,
    after: { ...createVillageDraft(wanted, evidence), valid_from },
    today,
  })
  const { version, village } = await insertVillage(client, after)
  const entry = toVillageEntry({ action: 'create', before: null, after: village, origin })
  return { id: village.id, version, entry }
}
