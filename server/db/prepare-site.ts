/** What would a site be after an edit, and may it be kept so? Nothing is written here. */
import { AppError } from '../../core/errors.ts'
import { applySiteEdit, type SiteEdit } from '../../core/inventory/site-edit.ts'
import type { SiteWarning } from '../../core/inventory/site-fields.ts'
import {
  listPositionWarnings,
  requireConfirmed,
  requireInside,
  requireValidSite,
  type PositionFacts,
} from '../../core/inventory/site-rules.ts'
import { listChangedFields, type SiteDraft, type SiteSnapshot } from '../../core/inventory/site-snapshot.ts'
import { canWriteColumn, type Action, type Role } from '../../core/permissions.ts'
import { findPositionFacts } from './check-position.ts'
import type { Client } from './database.ts'
import { requireReferences } from './site-references.ts'

export interface WantedEdit {
  readonly edit: SiteEdit
  readonly confirm: readonly SiteWarning[]
  readonly by: { readonly role: Role; readonly action: Extract<Action, 'update' | 'propose'> }
}

/** The site after the edit; refused where nothing changes, a rule forbids it, or a warning has not been seen. */
export async function prepareSite(
  client: Client,
  before: SiteSnapshot,
  { edit, confirm, by }: WantedEdit,
): Promise<SiteDraft> {
  const after = applySiteEdit(before, edit)
  requireMayWrite(before, after, by)
  requireValidSite(after)
  await requireReferences(client, before, after)
  return placeSite(client, { before, after, confirm })
}

/** Which columns a role may write, as core/permissions.ts has it; the database refuses too. */
export function requireMayWrite(
  before: SiteDraft,
  after: SiteDraft,
  { role, action }: WantedEdit['by'],
): void {
  const changed = listChangedFields(before, after)
  if (changed.length === 0) throw new AppError('nothing_changed')
  const field = changed.find((name) =>
    name === 'stations'
      ? !canWriteColumn(role, action, 'stations', 'carrier_code')
      : !canWriteColumn(role, action, 'sites', name === 'lng' || name === 'lat' ? 'geom' : name),
  )
  if (field !== undefined) throw new AppError('not_allowed', { role, field })
}

interface Placing {
  /** Null for a new site. */
  readonly before: SiteSnapshot | null
  readonly after: SiteDraft
  readonly confirm: readonly SiteWarning[]
}

/** The site with the units that follow from its commune: the one stated for it or, for a new site, where it lies. */
export async function placeSite(client: Client, { before, after, confirm }: Placing): Promise<SiteDraft> {
  const isMoved = before === null || before.lng !== after.lng || before.lat !== after.lat
  if (!isMoved && before.commune_code === after.commune_code) return after
  const facts = await findPositionFacts(client, {
    lng: after.lng,
    lat: after.lat,
    site_id: before?.id ?? null,
    from: before,
    commune_code: after.commune_code === '' ? null : after.commune_code,
  })
  if (isMoved) requireInside(facts, after)
  requireConfirmed(listPositionWarnings(facts, isMoved ? 'moved' : 'stays'), facts, confirm)
  return { ...after, ...toUnitCodes(facts, after) }
}

function toUnitCodes({ stated, units }: PositionFacts, { commune_code: value }: SiteDraft) {
  const home = value === '' ? units : stated
  if (home === null) throw new AppError('unit_not_found', { field: 'commune_code', value })
  const { district_code, commune_code, commune_2025_code } = home
  return { district_code, commune_code, commune_2025_code }
}
