/** What does the audit log keep of a change of a site, and who may read it? */
import type { SiteSnapshot } from '../../core/inventory/site-snapshot.ts'
import type { AuditEntry } from './change.ts'

/** Why and by which request; what it takes back. */
export interface ChangeOrigin {
  readonly reason?: string | null
  readonly request_id?: string
  readonly reverts_id?: number
}

export interface SiteChange {
  readonly action: string
  readonly before: SiteSnapshot | null
  readonly after: SiteSnapshot
  readonly origin: ChangeOrigin
}

/** The entry belongs to whom the site was when it was changed, and is restricted if the site was before or is after. */
export function toSiteEntry({ action, before, after, origin }: SiteChange): AuditEntry {
  const then = before ?? after
  return {
    action,
    noun: 'sites',
    noun_id: String(after.id),
    ...(before === null ? {} : { before }),
    after,
    carrier_code: toCarrierOf(then),
    restricted: [then, after].some(({ visibility }) => visibility === 'restricted'),
    district_code: after.district_code,
    commune_code: after.commune_code,
    commune_2025_code: after.commune_2025_code,
    ...origin,
  }
}

/** The owner; where none is noted, the carrier that alone has stations there. */
export function toCarrierOf({ owner_code, stations }: SiteSnapshot): string | null {
  if (owner_code !== null) return owner_code
  const carriers = new Set(stations.map(({ carrier_code }) => carrier_code))
  const [only] = carriers
  return carriers.size === 1 ? (only ?? null) : null
}
