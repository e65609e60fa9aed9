/** How is a site put back to what it was before or after an entry of its history? By a new change. */
import { AppError } from '../../core/errors.ts'
import { applySnapshot } from '../../core/inventory/site-edit.ts'
import type { SiteDraft, SiteSnapshot } from '../../core/inventory/site-snapshot.ts'
import type { Role } from '../../core/permissions.ts'
import type { Client } from './database.ts'
import { requireMayWrite } from './prepare-site.ts'
import { toSiteEntry, type ChangeOrigin } from './site-entry.ts'
import { requireFreeCode } from './site-references.ts'
import { getSiteToWrite, type UpdatedSite } from './update-site.ts'
import { updateSiteRows } from './write-site.ts'

export interface SiteRestoration {
  readonly id: number
  /** Of the site now, as the editor saw it; a restoration that does not say could undo another's change unseen. */
  readonly version: number | undefined
  /** The site as the entry has it; null for what was before it was created: the site is then retired. */
  readonly snapshot: SiteSnapshot | null
  /** ISO date, for stations that are taken back. */
  readonly today: string
  readonly role: Role
  readonly origin: ChangeOrigin
}

/**
 * Nothing is asked to be confirmed: the record stood like this before. A code that another site has by now is refused. Rows that
 * an older version does not know stay: see `applySnapshot`.
 */
export async function restoreSite(
  client: Client,
  { id, version, snapshot, today, role, origin }: SiteRestoration,
): Promise<UpdatedSite> {
  if (version === undefined) throw new AppError('version_required', { field: 'version' })
  const { site: before } = await getSiteToWrite(client, { id, version })
  const after: SiteDraft =
    snapshot === null ? { ...before, status: 'retired' } : applySnapshot(before, snapshot, today)
  requireMayWrite(before, after, { role, action: 'update' })
  await requireFreeCode(client, before, after)
  const written = await updateSiteRows(client, before, after)
  const entry = toSiteEntry({ action: 'restore', before, after: written.site, origin })
  return { version: written.version, entry }
}
