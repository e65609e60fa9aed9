/** What may the reader do with this record? The interface offers only that; the database decides again. */
import type { SiteRecord, VillageRecord } from '../../core/api/records.ts'
import { can, canWriteColumn, isInUnits, type Actor } from '../../core/permissions.ts'

type SiteMay = SiteRecord['may'][number]
type VillageMay = VillageRecord['may'][number]

/** A carrier sees the whole of its own sites and of no other. */
export function listSiteMays({ role }: Actor, { access }: Pick<SiteRecord, 'access'>): SiteMay[] {
  const isOwn = role === 'carrier' && access === 'full'
  const mays: Readonly<Record<SiteMay, boolean>> = {
    update: can(role, 'update', 'sites'),
    propose: isOwn && can(role, 'propose', 'sites'),
    read_history: isOwn || isStaff(role),
    set_visibility: canWriteColumn(role, 'update', 'sites', 'visibility'),
  }
  return keepTrue(mays)
}

type Place = Pick<VillageRecord, 'district_code' | 'commune_code' | 'commune_2025_code'>

/** An UBND confirms what is true in its own villages. */
export function listVillageMays(actor: Actor, village: Place): VillageMay[] {
  const isOwn = actor.role === 'local' && isInUnits(actor, village)
  const mays: Readonly<Record<VillageMay, boolean>> = {
    update: canWriteColumn(actor.role, 'update', 'villages', 'name'),
    confirm: isOwn && can(actor.role, 'update', 'villages'),
    propose_statement: isOwn && can(actor.role, 'propose', 'village_services'),
    add_statement: can(actor.role, 'create', 'village_services'),
    read_history: isOwn || isStaff(actor.role),
  }
  return keepTrue(mays)
}

function isStaff(role: Actor['role']): boolean {
  return role === 'staff' || role === 'admin'
}

function keepTrue<M extends string>(mays: Readonly<Record<M, boolean>>): M[] {
  return (Object.keys(mays) as M[]).filter((may) => mays[may])
}
