/** What does core/permissions.ts say that an actor reads of the guarded sites? Answered from the table alone. */
import {
  columnGroups,
  readRights,
  type Actor,
  type ColumnGroup,
  type PublicSites,
  type Scope,
} from '../../core/permissions.ts'
import type { GuardedSite, GuardedStation } from './guarded-sites.ts'

export interface Reader {
  readonly actor: Actor
  readonly mode: PublicSites
}

function isOwnSite(actor: Actor, site: GuardedSite): boolean {
  if (actor.carrier_code === null) return false
  if (site.owner_code !== null) return site.owner_code === actor.carrier_code
  return standsAt(actor, site)
}

function standsAt({ carrier_code }: Actor, site: GuardedSite): boolean {
  return site.stations.some((station) => station.carrier_code === carrier_code)
}

/** The group `mast` also reaches sites that the carrier stands at or is offered. */
function hasMast(actor: Actor, site: GuardedSite): boolean {
  return isOwnSite(actor, site) || standsAt(actor, site) || site.isShareable
}

function reaches(scope: Scope, isOwn: boolean, { isRestricted }: GuardedSite): boolean {
  if (scope === 'all') return true
  if (scope === 'none' || isRestricted) return false
  return scope === 'unrestricted' || (scope === 'own' && isOwn)
}

/** Whether the row is there at all. */
export function seesSite({ actor, mode }: Reader, site: GuardedSite): boolean {
  const { mast, public: open } = readRights.sites
  if (reaches(mast[actor.role], hasMast(actor, site), site)) return true
  if (reaches(open[actor.role], false, site)) return true
  return open[actor.role] === 'public' && mode !== 'count' && !site.isRestricted
}

export function readsSiteColumn(reader: Reader, site: GuardedSite, column: string): boolean {
  const { actor, mode } = reader
  const group = findGroup(columnGroups.sites, column)
  if (!seesSite(reader, site)) return false
  if (group === 'public') return true
  // The place is everybody's where the province allows it.
  if (column === 'geom' && mode === 'full') return true
  const isOwn = group === 'mast' ? hasMast(actor, site) : isOwnSite(actor, site)
  return reaches(readRights.sites[group][actor.role], isOwn, site)
}

export function readsStationColumn(
  reader: Reader,
  { site, station }: { readonly site: GuardedSite; readonly station: GuardedStation },
  column: string,
): boolean {
  const { actor } = reader
  const isOwn = station.carrier_code === actor.carrier_code
  const group = findGroup(columnGroups.stations, column)
  if (group !== 'public') return reaches(readRights.stations[group][actor.role], isOwn, site)
  return reaches(readRights.stations.full[actor.role], isOwn, site)
    ? true
    : station.isOnAirToday && seesSite(reader, site)
}

function findGroup<G extends Readonly<Partial<Record<ColumnGroup, readonly string[]>>>>(
  groups: G,
  column: string,
): keyof G & ColumnGroup {
  const names = Object.keys(groups) as (keyof G & ColumnGroup)[]
  const group = names.find((name) => groups[name]?.includes(column))
  if (group === undefined) throw new Error(`No group holds ${column}`)
  return group
}
