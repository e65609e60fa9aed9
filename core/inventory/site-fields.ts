/** Which fields of a site and of its stations can be written, and what does each accept? */
import { Type, type Static } from 'typebox'
import { toEnum, toNullable } from './collection.ts'
import { backhauls, powerSources, siteStatuses, technologies } from './sites.ts'

export const visibilities = ['public', 'restricted'] as const

/** Plain text of a person; control characters are refused, markup is text like any other. */
const text = (longest: number) => Type.String({ minLength: 1, maxLength: longest })
const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2021-06-30'] })
const code = Type.String({ pattern: '^[a-z0-9-]{1,40}$' })

export const siteFields = {
  code: Type.String({ minLength: 1, maxLength: 40, pattern: '^[0-9A-Za-zĐđ._/-]+$' }),
  name: text(200),
  /** Degrees, WGS 84; kept to 6 decimals (0.1 m). */
  lng: Type.Number({ minimum: -180, maximum: 180 }),
  /** As wide as a longitude, so that swapped axes are recognised and named instead of called out of range. */
  lat: Type.Number({ minimum: -180, maximum: 180 }),
  /** The commune (to 6/2025) stated for it; district and commune of 7/2025 follow by table. */
  commune_code: Type.String({ pattern: '^[0-9]{2,5}$' }),
  address: toNullable(text(300)),
  owner_code: toNullable(code),
  mast_kind: toNullable(text(40)),
  mast_height_m: toNullable(Type.Number({ minimum: 0, maximum: 400 })),
  power_source: toEnum(powerSources),
  has_backup_generator: Type.Boolean(),
  backhaul: toEnum(backhauls),
  shareable: Type.Boolean(),
  status: toEnum(siteStatuses),
  visibility: toEnum(visibilities),
  built_on: toNullable(day),
  land_owner: toNullable(text(200)),
  building_permit: toNullable(text(200)),
  approval: toNullable(text(200)),
  note: toNullable(text(2000)),
} as const

export const stationFields = {
  carrier_code: code,
  technology: toEnum(technologies),
  bands_mhz: Type.Array(Type.Integer({ minimum: 300, maximum: 100_000 }), { maxItems: 20 }),
  on_air_on: toNullable(day),
  /** Set to end a station; nothing is deleted. */
  off_air_on: toNullable(day),
  power_w: toNullable(Type.Number({ minimum: 0, maximum: 1_000_000 })),
  coverage_radius_m: toNullable(Type.Number({ minimum: 0, maximum: 200_000 })),
  certificate_no: toNullable(text(100)),
  certificate_issued_on: toNullable(day),
  certificate_expires_on: toNullable(day),
  note: toNullable(text(2000)),
} as const

const siteSchema = Type.Object(siteFields, { additionalProperties: false })
const stationSchema = Type.Object(stationFields, { additionalProperties: false })

/** What a change says: only the fields that it sets. */
export const siteChanges = Type.Partial(siteSchema, { additionalProperties: false, minProperties: 0 })
/** With `id` a station of the site is changed, without one it is added (carrier and technology are then needed). */
export const stationChanges = Type.Object(
  {
    id: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    ...Type.Partial(stationSchema).properties,
  },
  { additionalProperties: false },
)

export type SiteFields = Static<typeof siteSchema>
export type StationFields = Static<typeof stationSchema>
export type SiteChanges = Static<typeof siteChanges>
export type StationChanges = Static<typeof stationChanges>

/** What the server asks to be confirmed before it saves. */
export const siteWarnings = ['outside_commune', 'near_site', 'moved_far'] as const
export type SiteWarning = (typeof siteWarnings)[number]

/** Another site this close is probably the same mast. */
export const sameMast_m = 20
/** A move beyond this is confirmed. */
export const farMove_m = 1000
