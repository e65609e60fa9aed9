/** What may a carrier propose for a site of its own? The same as the Sở may change, under the same rules. */
import { AppError } from '../../core/errors.ts'
import type { SiteEdit } from '../../core/inventory/site-edit.ts'
import type { SiteWarning, StationChanges } from '../../core/inventory/site-fields.ts'
import type { SiteDraft, SiteSnapshot } from '../../core/inventory/site-snapshot.ts'
import { createProposal, type CreatedProposal } from './create-proposal.ts'
import type { Client } from './database.ts'
import { prepareSite } from './prepare-site.ts'
import { requireVersion } from './require-version.ts'
import { findKeptSite } from './site-snapshot.ts'

export interface SiteProposal {
  readonly id: number
  /** As the carrier saw it. */
  readonly version: number
  readonly edit: SiteEdit
  readonly confirm: readonly SiteWarning[]
  readonly carrier_code: string
  readonly user_id: number
  readonly reason: string | null
  readonly request_id: string
}

/** A site of others or a restricted one is not found, as one that does not exist. */
export async function proposeSite(client: Client, proposal: SiteProposal): Promise<CreatedProposal> {
  const { id, version, edit, confirm, carrier_code, user_id, reason, request_id } = proposal
  const kept = await findKeptSite(client, id, 'to propose')
  if (kept === null) throw new AppError('site_not_found', { value: id })
  await requireVersion(client, { noun: 'sites', id, seen: version, current: kept.version })
  requireOwnStations(edit.stations, carrier_code)
  const by = { role: 'carrier', action: 'propose' } as const
  const after = await prepareSite(client, kept.site, { edit, confirm, by })
  const changes = toWhole(edit, after)
  const { district_code, commune_code, commune_2025_code } = kept.site
  return createProposal(
    client,
    {
      noun: 'sites',
      record_id: id,
      carrier_code,
      proposed_by: user_id,
      base_version: version,
      before: toBefore(kept.site, changes),
      changes,
      reason,
    },
    { request_id, district_code, commune_code, commune_2025_code },
  )
}

/** Others' stations at its mast are not its to speak of; those it does not even see. */
function requireOwnStations(stations: readonly StationChanges[], carrier_code: string): void {
  const index = stations.findIndex(
    (station) => station.carrier_code !== undefined && station.carrier_code !== carrier_code,
  )
  if (index === -1) return
  throw new AppError('not_allowed', { role: 'carrier', field: `stations.${index}.carrier_code` })
}

type ProposedChanges = SiteEdit['changes'] & { readonly stations?: readonly StationChanges[] }

/** A move names both axes. */
function toWhole({ changes, stations }: SiteEdit, after: SiteDraft): ProposedChanges {
  const isMove = changes.lng !== undefined || changes.lat !== undefined
  return {
    ...changes,
    ...(isMove ? { lng: after.lng, lat: after.lat } : {}),
    ...(stations.length === 0 ? {} : { stations }),
  }
}

/** Of the site only what the proposal would change. */
function toBefore(site: SiteSnapshot, changes: ProposedChanges): object {
  const named = new Set(changes.stations?.map(({ id }) => id))
  const before = Object.keys(changes).map((field) => [
    field,
    field === 'stations'
      ? site.stations.filter(({ id }) => named.has(id))
      : site[field as Exclude<keyof ProposedChanges, 'stations'>],
  ])
  return Object.fromEntries(before) as object
}
