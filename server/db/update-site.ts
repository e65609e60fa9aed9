/** How is a site changed with its stations? As a whole, from the version that its editor saw. */
import { AppError } from '../../core/errors.ts'
import type { SiteEdit } from '../../core/inventory/site-edit.ts'
import type { SiteWarning } from '../../core/inventory/site-fields.ts'
import { nameSiteChange } from '../../core/inventory/site-rules.ts'
import type { Role } from '../../core/permissions.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import { prepareSite } from './prepare-site.ts'
import { requireVersion } from './require-version.ts'
import { toSiteEntry, type ChangeOrigin } from './site-entry.ts'
import { findKeptSite, type KeptSite } from './site-snapshot.ts'
import { updateSiteRows } from './write-site.ts'

export interface SiteUpdate {
  readonly id: number
  /** As the editor saw it. */
  readonly version: number
  readonly edit: SiteEdit
  readonly confirm: readonly SiteWarning[]
  readonly role: Role
  /** What the audit log calls it, where it is not named by what changes. */
  readonly action?: 'accept'
  readonly origin: ChangeOrigin
}

export interface UpdatedSite {
  readonly version: number
  readonly entry: AuditEntry
}

export async function updateSite(client: Client, update: SiteUpdate): Promise<UpdatedSite> {
  const { edit, confirm, role, origin } = update
  const { site: before } = await getSiteToWrite(client, update)
  const after = await prepareSite(client, before, { edit, confirm, by: { role, action: 'update' } })
  const { version, site } = await updateSiteRows(client, before, after)
  const action = update.action ?? nameSiteChange(before, site)
  return { version, entry: toSiteEntry({ action, before, after: site, origin }) }
}

/** Kept for this transaction, at the version that the editor saw. */
export async function getSiteToWrite(
  client: Client,
  { id, version }: Pick<SiteUpdate, 'id' | 'version'>,
): Promise<KeptSite> {
  const kept = await findKeptSite(client, id, 'to write')
  if (kept === null) throw new AppError('site_not_found', { value: id })
  await requireVersion(client, { noun: 'sites', id, seen: version, current: kept.version })
  return kept
}
