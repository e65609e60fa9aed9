/** Which fields of a village can be written, and what does each accept? */
import { Type, type Static } from 'typebox'
import { toEnum, toNullable } from './collection.ts'
import { roadAccesses, villageKinds } from './villages.ts'

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2021-06-30'] })
const unit = Type.String({ pattern: '^[0-9]{2,5}$' })
const count = toNullable(Type.Integer({ minimum: 0, maximum: 1_000_000 }))

export const villageFields = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: toEnum(villageKinds),
  alt_names: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 20 }),
  /** Both or neither: a village without a position stands at its commune's label. */
  lng: toNullable(Type.Number({ minimum: -180, maximum: 180 })),
  lat: toNullable(Type.Number({ minimum: -90, maximum: 90 })),
  /** The commune (to 6/2025) it belongs to whatever its position; null unpins. */
  commune_pin: toNullable(unit),
  /** For a village without a position and without a pin. */
  commune_code: unit,
  households: count,
  population: count,
  grid_power: toNullable(Type.Boolean()),
  grid_power_since: toNullable(day),
  road_access: toNullable(toEnum(roadAccesses)),
  especially_difficult: toNullable(Type.Boolean()),
  border: toNullable(Type.Boolean()),
} as const

const villageSchema = Type.Object(villageFields, { additionalProperties: false })
export const villageChanges = Type.Partial(villageSchema, { additionalProperties: false })

export type VillageFields = Static<typeof villageSchema>
export type VillageChanges = Static<typeof villageChanges>
