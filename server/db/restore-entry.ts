/** How is a record put back to what it was before or after an entry of its history? Each noun knows how; this finds which. */
import type { AuditRecord } from '../../core/api/audit.ts'
import { AppError } from '../../core/errors.ts'
import type { SiteSnapshot } from '../../core/inventory/site-snapshot.ts'
import type { VillageSnapshot } from '../../core/inventory/village-edit.ts'
import type { Role } from '../../core/permissions.ts'
import { listAudit } from './audit.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import { restoreSite } from './restore-site.ts'
import { restoreSuccession } from './restore-succession.ts'
import { restoreVillage } from './restore-village.ts'
import type { ChangeOrigin } from './site-entry.ts'
import { restoreStatementEntry } from './withdraw-statements.ts'

export interface EntryRestoration {
  /** Of the entry. */
  readonly id: number
  readonly side: 'before' | 'after'
  /** Of the record now, as the editor saw it. */
  readonly version: number | undefined
  readonly today: string
  readonly role: Role
  readonly origin: ChangeOrigin
}

export interface RestoredEntry {
  /** Of the record from now on; null for what has no versions. */
  readonly version: number | null
  readonly entries: readonly AuditEntry[]
}

type Restore = (client: Client, entry: AuditRecord, asked: EntryRestoration) => Promise<RestoredEntry>

const restorers: Readonly<Partial<Record<string, Restore>>> = {
  sites: restoreSiteEntry,
  villages: restoreVillageEntry,
  village_services: restoreStatements,
}

export async function restoreEntry(client: Client, asked: EntryRestoration): Promise<RestoredEntry> {
  const [entry] = await listAudit(client, { id: asked.id }, 1)
  if (entry === undefined) throw new AppError('audit_entry_not_found', { value: asked.id })
  const restore = restorers[entry.noun]
  if (restore === undefined) throw new AppError('not_restorable', { noun: entry.noun, action: entry.action })
  return restore(client, entry, asked)
}

async function restoreSiteEntry(
  client: Client,
  entry: AuditRecord,
  asked: EntryRestoration,
): Promise<RestoredEntry> {
  const { version, today, role, origin } = asked
  const restored = await restoreSite(client, {
    id: Number(entry.noun_id),
    version,
    snapshot: entry[asked.side] as SiteSnapshot | null,
    today,
    role,
    origin: { ...origin, reverts_id: entry.id },
  })
  return { version: restored.version, entries: [restored.entry] }
}

async function restoreVillageEntry(
  client: Client,
  entry: AuditRecord,
  asked: EntryRestoration,
): Promise<RestoredEntry> {
  const { version, side, today, role } = asked
  const id = Number(entry.noun_id)
  const origin = { ...asked.origin, reverts_id: entry.id }
  // A village of a list is put back alone; those of a merge or a split together.
  if (entry.batch_id !== null && entry.action !== 'import') {
    return restoreSuccession(client, { batch_id: entry.batch_id, id, version, side, role, origin })
  }
  const snapshot = entry[side] as VillageSnapshot | null
  const restored = await restoreVillage(client, { id, version, snapshot, today, role, origin })
  return { version: restored.version, entries: [restored.entry] }
}

/** Statements have no versions: they count or they do not. */
async function restoreStatements(
  client: Client,
  entry: AuditRecord,
  { side, origin }: EntryRestoration,
): Promise<RestoredEntry> {
  const restored = await restoreStatementEntry(client, {
    entry,
    side,
    origin: { ...origin, reverts_id: entry.id },
  })
  return { version: null, entries: [restored] }
}
