/** Sites with a marked value in every column that not everybody may read, one for each way in which a carrier stands to a site. */
import { toSearchText } from '../../core/text.ts'
import type { Client } from '../../server/db/database.ts'
import { insertRows } from './insert-rows.ts'
import { madeUpCommunes, toCentre } from './made-up-units.ts'

/** As seen by `alpha`; `beta` is its rival. */
const kinds = {
  own: { owner_code: 'alpha', carriers: ['alpha', 'beta'] },
  'own-by-station': { owner_code: null, carriers: ['alpha'] },
  tenant: { owner_code: 'beta', carriers: ['alpha', 'beta'] },
  offered: { owner_code: 'beta', carriers: ['beta'], shareable: true },
  rival: { owner_code: 'beta', carriers: ['beta'] },
  'restricted-own': { owner_code: 'alpha', carriers: ['alpha'], visibility: 'restricted' },
  'restricted-rival': { owner_code: 'beta', carriers: ['beta'], visibility: 'restricted' },
} as const

export type SiteKind = keyof typeof kinds
export const siteKinds = Object.keys(kinds) as readonly SiteKind[]

export interface GuardedStation {
  readonly carrier_code: string
  readonly technology: string
  readonly isOnAirToday: boolean
  readonly values: Readonly<Record<string, string | number | null>>
}

export interface GuardedSite {
  readonly id: number
  readonly kind: SiteKind
  readonly owner_code: string | null
  readonly isShareable: boolean
  readonly isRestricted: boolean
  /** Column → a value that stands nowhere else. */
  readonly values: Readonly<Record<string, string | number>>
  readonly stations: readonly GuardedStation[]
}

const lives = [
  { technology: '2g', isOnAirToday: false },
  { technology: '4g', isOnAirToday: true },
  { technology: '5g', isOnAirToday: false },
] as const

/** Adds the sites to the made-up province. */
export async function fillGuardedSites(client: Client): Promise<GuardedSite[]> {
  const sites: GuardedSite[] = []
  for (const [index, kind] of siteKinds.entries()) sites.push(await createSite(client, kind, index))
  return sites
}

async function createSite(client: Client, kind: SiteKind, index: number): Promise<GuardedSite> {
  const facts = kinds[kind]
  const unit = madeUpCommunes[index % madeUpCommunes.length]!
  const [lng, lat] = toCentre(unit)
  const values = {
    lng: Number((lng + 0.011317 + index / 1000).toFixed(6)),
    lat: Number((lat - 0.012713 - index / 1000).toFixed(6)),
    ...Object.fromEntries(
      ['address', 'mast_kind', 'land_owner', 'building_permit', 'approval', 'note'].map((column) => [
        column,
        `BÍ MẬT ${column} ${kind}.`,
      ]),
    ),
    mast_height_m: 123.457 + index,
    built_on: `19${20 + index}-03-07`,
  }
  const code = `GS-${index}`
  const id = await insertSite(client, {
    ...values,
    code,
    name: `Trạm ${kind}`,
    district_code: unit.district_code,
    commune_code: unit.code,
    commune_2025_code: unit.commune_2025_code,
    owner_code: facts.owner_code,
    power_source: 'generator',
    has_backup_generator: true,
    backhaul: 'microwave',
    shareable: 'shareable' in facts,
    status: 'live',
    visibility: 'visibility' in facts ? facts.visibility : 'public',
    is_sample: false,
    search_names: [`Trạm ${kind}`, code].map(toSearchText).join(' | '),
  })
  const stations: GuardedStation[] = []
  for (const carrier_code of facts.carriers) {
    for (const life of lives) stations.push(await createStation(client, { id, index, carrier_code, ...life }))
  }
  return {
    id,
    kind,
    owner_code: facts.owner_code,
    isShareable: 'shareable' in facts,
    isRestricted: 'visibility' in facts,
    values,
    stations,
  }
}

async function insertSite(
  client: Client,
  site: Readonly<Record<string, string | number | boolean | null>>,
): Promise<number> {
  const { lng, lat, note, ...columns } = site
  const types: Record<string, string> = Object.fromEntries(Object.keys(columns).map((name) => [name, 'text']))
  await insertRows(
    client,
    'sites',
    {
      ...types,
      mast_height_m: 'double precision',
      built_on: 'date',
      has_backup_generator: 'boolean',
      shareable: 'boolean',
      is_sample: 'boolean',
      geom: 'geojson',
    },
    [{ ...columns, geom: { type: 'Point', coordinates: [lng, lat] } }],
  )
  const [made] = await client.query<{ id: number }>('select max(id) as id from sites')
  await insertRows(client, 'site_private', { site_id: 'integer', note: 'text' }, [
    { site_id: made!.id, note },
  ])
  return made!.id
}

interface StationPlan {
  readonly id: number
  readonly index: number
  readonly carrier_code: string
  readonly technology: '2g' | '4g' | '5g'
  readonly isOnAirToday: boolean
}

async function createStation(
  client: Client,
  { id: site_id, index, carrier_code, technology, isOnAirToday }: StationPlan,
): Promise<GuardedStation> {
  const number = index * 10 + (carrier_code === 'alpha' ? 0 : 5) + Number(technology[0]) / 2
  const year = (from: number) => String(from + Math.round(number))
  const values = {
    // The first is long off air, the last still to come.
    on_air_on: `${technology === '5g' ? year(2600) : year(1901)}-01-09`,
    off_air_on: technology === '2g' ? `${year(1951)}-11-13` : null,
    power_w: 7000.123 + number,
    coverage_radius_m: 9000.321 + number,
    certificate_no: `BÍ MẬT certificate_no ${site_id}/${carrier_code}/${technology}.`,
    certificate_issued_on: `${year(2700)}-05-17`,
    certificate_expires_on: `${year(2850)}-06-19`,
    note: `BÍ MẬT station note ${site_id}/${carrier_code}/${technology}.`,
  }
  const { certificate_no, certificate_issued_on, certificate_expires_on, note, ...open } = values
  await insertRows(
    client,
    'stations',
    {
      site_id: 'integer',
      carrier_code: 'text',
      technology: 'text',
      bands_mhz: 'integer[]',
      on_air_on: 'date',
      off_air_on: 'date',
      power_w: 'double precision',
      coverage_radius_m: 'double precision',
      is_sample: 'boolean',
    },
    [{ site_id, carrier_code, technology, bands_mhz: [61_803], is_sample: false, ...open }],
  )
  const [made] = await client.query<{ id: number }>('select max(id) as id from stations')
  await insertRows(
    client,
    'station_private',
    {
      station_id: 'integer',
      certificate_no: 'text',
      certificate_issued_on: 'date',
      certificate_expires_on: 'date',
      note: 'text',
    },
    [{ station_id: made!.id, certificate_no, certificate_issued_on, certificate_expires_on, note }],
  )
  return { carrier_code, technology, isOnAirToday, values }
}
