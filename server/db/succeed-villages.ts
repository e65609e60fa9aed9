/** How do villages end and others take their place? Merged into one, or split into several: one batch, nothing is deleted. */
import { randomUUID } from 'node:crypto'
import { fromDayNumber, toDayNumber } from '../../core/dates.ts'
import { AppError } from '../../core/errors.ts'
import {
  createVillageDraft,
  requirePastDay,
  type Evidence,
  type NewVillage,
  type VillageSnapshot,
} from '../../core/inventory/village-edit.ts'
import { toMergedVillage, toPartOfVillage } from '../../core/inventory/village-lineage.ts'
import type { Role } from '../../core/permissions.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import { prepareVillage, requireSource } from './prepare-village.ts'
import type { ChangeOrigin } from './site-entry.ts'
import { getVillageToWrite } from './update-village.ts'
import { toVillageEntry } from './village-snapshot.ts'
import { insertVillage, updateVillageRow, type WrittenVillage } from './write-village.ts'

export interface Succession {
  /** As the editor saw them. */
  readonly villages: readonly { readonly id: number; readonly version: number }[]
  readonly into: readonly NewVillage[]
  /** ISO date: the first day of the new, the day after the last of the old. */
  readonly valid_from: string
  readonly evidence: Evidence
  /** ISO date. */
  readonly today: string
  readonly role: Role
  readonly origin: ChangeOrigin
}

export interface SucceededVillages {
  readonly successors: readonly WrittenVillage[]
  /** Of the villages that ended, then of the new ones. */
  readonly entries: readonly AuditEntry[]
}

export function mergeVillages(client: Client, work: Succession): Promise<SucceededVillages> {
  return succeed(client, work, { action: 'merge', toNew: toMergedVillage })
}

export function splitVillage(client: Client, work: Succession): Promise<SucceededVillages> {
  return succeed(client, work, { action: 'split', toNew: ([whole], part) => toPartOfVillage(whole!, part) })
}

interface Kind {
  readonly action: 'merge' | 'split'
  readonly toNew: (ended: readonly VillageSnapshot[], into: NewVillage) => NewVillage
}

async function succeed(
  client: Client,
  work: Succession,
  { action, toNew }: Kind,
): Promise<SucceededVillages> {
  const { evidence, today, valid_from, origin } = work
  requirePastDay('valid_from', valid_from, today)
  await requireSource(client, evidence.source_code ?? null)
  const batch_id = randomUUID()
  const entries: AuditEntry[] = []
  const ending = await listEnding(client, work)
  for (const before of ending) {
    const valid_to = fromDayNumber(toDayNumber(valid_from) - 1)
    const after = { ...before, valid_to, ...toNoted(evidence) }
    const { village } = await updateVillageRow(client, after)
    entries.push(toVillageEntry({ action, before, after: village, origin, batch_id }))
  }
  const successors: WrittenVillage[] = []
  for (const wanted of work.into) {
    const draft = { ...createVillageDraft(toNew(ending, wanted), evidence), valid_from }
    const after = await prepareVillage(client, { before: null, after: draft, today })
    const written = await insertVillage(client, after)
    await client.query(insertLineage, [ending.map(({ id }) => id), written.village.id])
    successors.push(written)
    entries.push(toVillageEntry({ action, before: null, after: written.village, origin, batch_id }))
  }
  return { successors, entries }
}

function toNoted({
  source_code,
  observed_on,
}: Evidence): Pick<VillageSnapshot, 'source_code' | 'observed_on'> {
  return { source_code: source_code ?? null, observed_on: observed_on ?? null }
}

/** Taken in the order of their ids, so that two editors never wait for each other. */
async function listEnding(
  client: Client,
  { villages, valid_from, role }: Succession,
): Promise<VillageSnapshot[]> {
  const ending: VillageSnapshot[] = []
  for (const { id, version } of villages.toSorted((a, b) => a.id - b.id)) {
    if (ending.some((other) => other.id === id)) refuse('villages', id, 'unique')
    const { village } = await getVillageToWrite(client, { id, version, role })
    if (village.valid_to !== null) refuse('villages', village.code, 'current')
    if (village.valid_from !== null && village.valid_from >= valid_from) {
      refuse('valid_from', valid_from, `> ${village.valid_from}`)
    }
    ending.push(village)
  }
  return ending
}

function refuse(field: string, value: string | number, expected: string): never {
  throw new AppError('value_invalid', { field, value, expected })
}

const insertLineage = `
insert into village_lineage (predecessor_id, successor_id)
select id, $2::integer
from unnest($1::integer[]) as ended (id)
returning predecessor_id`
