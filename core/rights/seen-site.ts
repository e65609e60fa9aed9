/** What does a reader see of a site? The rule of the views (migration 0007), for a record that is no longer in the database. */
import type { SiteSnapshot, StationSnapshot } from '../inventory/site-snapshot.ts'
import type { Actor, PublicSites } from '../permissions.ts'
import { toCellCentre } from './cell-centre.ts'

export interface Reader {
  readonly actor: Actor
  /** What visitors see of sites. */
  readonly public_sites: PublicSites
  /** ISO date on which stations are on air. */
  readonly today: string
}

type Seen = Readonly<Record<string, unknown>>

export interface SeenSite {
  /** Null where the reader is told of no such site. */
  readonly site: Seen | null
  /** What it adds to the number of sites of its units, which everybody is told. */
  readonly counted: Seen | null
}

/**
 * Everything in it is what the reader's layers and records say; two that are equal look the same to the reader. The version is
 * left out: whoever is told of it is not told of a change that it alone betrays.
 */
export function toSeenSite(site: SiteSnapshot, reader: Reader): SeenSite {
  const { role } = reader.actor
  if (role === 'staff' || role === 'admin') return { site: { ...site }, counted: toCounted(site) }
  if (site.visibility === 'restricted') return { site: null, counted: null }
  return { site: toOpenSite(site, reader), counted: toCounted(site) }
}

function toOpenSite(site: SiteSnapshot, reader: Reader): Seen | null {
  const { role, carrier_code } = reader.actor
  if (role === 'viewer') {
    const { note: _, ...open } = site
    return { ...open, stations: site.stations.map(withoutPrivate) }
  }
  const access = role === 'carrier' ? toAccess(site, carrier_code) : 'public'
  const stations = toStations(site, reader)
  if (access === 'full') return { ...site, stations }
  if (access === 'mast') return { ...pick(site, publicFields), ...pick(site, mastFields), access, stations }
  if (reader.public_sites === 'count') return null
  const place = reader.public_sites === 'full' ? [site.lng, site.lat] : toCellCentre(site.lng, site.lat)
  return { ...pick(site, publicFields), place, stations }
}

const publicFields = [
  'id',
  'code',
  'name',
  'power_source',
  'status',
  'district_code',
  'commune_code',
  'commune_2025_code',
  'is_sample',
] as const
const mastFields = ['lng', 'lat', 'mast_kind', 'mast_height_m', 'shareable'] as const

/** Its own are those that it owns or, where no owner is noted, has a station at. */
function toAccess(site: SiteSnapshot, carrier: string | null): 'full' | 'mast' | 'public' {
  const isTenant = site.stations.some(({ carrier_code }) => carrier_code === carrier)
  if (site.owner_code === null ? isTenant : site.owner_code === carrier) return 'full'
  return site.shareable || isTenant ? 'mast' : 'public'
}

/** A carrier's own stations whole; of others who runs what, as long as it is on air today. */
function toStations(site: SiteSnapshot, { actor, today }: Reader): Seen {
  const isOwn = ({ carrier_code }: StationSnapshot) =>
    actor.role === 'carrier' && carrier_code === actor.carrier_code
  const own = site.stations.filter(isOwn)
  const others = site.stations
    .filter((station) => !isOwn(station) && isOnAir(station, site.status, today))
    .map(({ carrier_code, technology }) => `${carrier_code}/${technology}`)
  return { own, others: others.toSorted() }
}

function isOnAir({ on_air_on, off_air_on }: StationSnapshot, status: string, today: string): boolean {
  const hasBegun = on_air_on === null ? status === 'live' : on_air_on <= today
  return hasBegun && (off_air_on === null ? status !== 'retired' : off_air_on > today)
}

function withoutPrivate(station: StationSnapshot): Seen {
  const {
    certificate_no: _,
    certificate_issued_on: _1,
    certificate_expires_on: _2,
    note: _3,
    ...open
  } = station
  return open
}

function toCounted(site: SiteSnapshot): Seen | null {
  return site.status === 'live'
    ? pick(site, ['power_source', 'district_code', 'commune_code', 'commune_2025_code'])
    : null
}

function pick(site: SiteSnapshot, names: readonly (keyof SiteSnapshot)[]): Seen {
  return Object.fromEntries(names.map((name) => [name, site[name]]))
}
