/** How is a merge or a split taken back, or made again? All its villages at once; lineage stays as what was once said. */
import { randomUUID } from 'node:crypto'
import type { AuditRecord } from '../../core/api/audit.ts'
import { fromDayNumber, toDayNumber } from '../../core/dates.ts'
import { AppError } from '../../core/errors.ts'
import type { VillageSnapshot } from '../../core/inventory/village-edit.ts'
import type { Role } from '../../core/permissions.ts'
import { listAudit } from './audit.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import type { ChangeOrigin } from './site-entry.ts'
import { getVillageToWrite } from './update-village.ts'
import { findKeptVillage, toVillageEntry } from './village-snapshot.ts'
import { updateVillageRow } from './write-village.ts'

export interface SuccessionRestoration {
  readonly batch_id: string
  /** The village that was asked about, as the editor saw it. */
  readonly id: number
  readonly version: number | undefined
  readonly side: 'before' | 'after'
  readonly role: Role
  readonly origin: ChangeOrigin
}

export interface RestoredSuccession {
  readonly version: number
  readonly entries: readonly AuditEntry[]
}

/** Villages of one merge: at most twenty and the one they became. */
const most = 50

/** Only when they begin and end goes back: whatever else was changed since is nobody's mistake. */
export async function restoreSuccession(
  client: Client,
  asked: SuccessionRestoration,
): Promise<RestoredSuccession> {
  const { id, version, side, role, origin } = asked
  if (version === undefined) throw new AppError('version_required', { field: 'version' })
  await getVillageToWrite(client, { id, version, role })
  const batch = await listAudit(client, { batch_id: asked.batch_id, noun: 'villages' }, most)
  const batch_id = randomUUID()
  const entries: AuditEntry[] = []
  let written = version
  for (const entry of batch.toSorted((a, b) => Number(a.noun_id) - Number(b.noun_id))) {
    const kept = await findKeptVillage(client, Number(entry.noun_id), 'to write')
    if (kept === null) throw new AppError('village_not_found', { value: entry.noun_id })
    const before = kept.village
    const after = { ...before, valid_to: toLastDay(entry[side], before) }
    if (after.valid_to === before.valid_to) continue
    requireUntouched(before, entry[side === 'before' ? 'after' : 'before'])
    const row = await updateVillageRow(client, after)
    if (before.id === id) written = row.version
    entries.push(toVillageEntry({ action: 'restore', before, after: row.village, origin, batch_id }))
  }
  if (entries.length === 0) throw new AppError('nothing_changed')
  return { version: written, entries: toFirst(entries, id) }
}

/** A village that has never been ended the day before it began. */
function toLastDay(then: AuditRecord['before'], now: VillageSnapshot): string | null {
  const snapshot = then as VillageSnapshot | null
  return snapshot === null ? toDayBefore(now) : snapshot.valid_to
}

function toDayBefore({ valid_from, code }: VillageSnapshot): string {
  if (valid_from === null) throw new Error(`The village ${code} came of a merge without a first day`)
  return fromDayNumber(toDayNumber(valid_from) - 1)
}

/** What was merged or split again since must be taken back first. */
function requireUntouched(now: VillageSnapshot, then: AuditRecord['before']): void {
  const last = toLastDay(then, now)
  if (now.valid_to !== last) throw new AppError('not_restorable', { reason: 'merged_since', code: now.code })
}

/** The entry of the village that was asked about is the one that is answered with. */
function toFirst(entries: readonly AuditEntry[], id: number): AuditEntry[] {
  const isAsked = ({ noun_id }: AuditEntry) => noun_id === String(id)
  return [...entries.filter(isAsked), ...entries.filter((entry) => !isAsked(entry))]
}
