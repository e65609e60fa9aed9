/** How does a new site come to be, with its first stations? */
import { AppError } from '../../core/errors.ts'
import { createSiteDraft, type NewSite } from '../../core/inventory/site-edit.ts'
import type { SiteWarning, StationChanges } from '../../core/inventory/site-fields.ts'
import { requireValidSite } from '../../core/inventory/site-rules.ts'
import { siteFieldNames } from '../../core/inventory/site-snapshot.ts'
import { canWriteColumn, type Role } from '../../core/permissions.ts'
import type { Client } from './database.ts'
import { placeSite } from './prepare-site.ts'
import { toSiteEntry, type ChangeOrigin } from './site-entry.ts'
import { requireReferences } from './site-references.ts'
import type { UpdatedSite } from './update-site.ts'
import { insertSite } from './write-site.ts'

export interface SiteCreation {
  readonly site: NewSite
  readonly stations: readonly StationChanges[]
  readonly confirm: readonly SiteWarning[]
  readonly role: Role
  readonly origin: ChangeOrigin
}

export async function createSite(
  client: Client,
  { site: wanted, stations, confirm, role, origin }: SiteCreation,
): Promise<UpdatedSite & { readonly id: number }> {
  const draft = createSiteDraft(wanted, stations)
  requireMayCreate(wanted, role)
  requireValidSite(draft)
  await requireReferences(client, null, draft)
  const placed = await placeSite(client, { before: null, after: draft, confirm })
  const { version, site } = await insertSite(client, placed)
  return { id: site.id, version, entry: toSiteEntry({ action: 'create', before: null, after: site, origin }) }
}

/** A new site is public unless somebody who may says otherwise. */
function requireMayCreate(wanted: NewSite, role: Role): void {
  const field = siteFieldNames.find(
    (name) =>
      wanted[name] !== undefined &&
      wanted[name] !== 'public' &&
      !canWriteColumn(role, 'create', 'sites', name),
  )
  if (field !== undefined) throw new AppError('not_allowed', { role, field })
}
