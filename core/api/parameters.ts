/** Which query parameters do several endpoints share? */
import { Type } from 'typebox'
import { askedAssigneds, askedPowers } from '../coverage/question.ts'
import { askedBases, askedServices, bases, services } from '../coverage/states.ts'
import { powerSources, technologies } from '../inventory/sites.ts'
import { toEnum } from '../inventory/collection.ts'

const isoDate = { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }

export const unitCode = Type.String({ pattern: '^[0-9]{2,5}$', examples: ['70102'] })
export const carrierCode = Type.String({ pattern: '^[a-z0-9-]{1,40}$', examples: ['alpha'] })
export const asOf = Type.String({
  ...isoDate,
  examples: ['2021-06-30'],
  description: 'Day of Asia/Ho_Chi_Minh, today by default; later observations do not count',
})

/** Which features? Unit codes are three fields, because the same code names different units before and after 7/2025. */
export const featureFilters = {
  bbox: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'west,south,east,north in degrees, WGS 84, at most 60 degrees wide and high',
      examples: ['12.1,40.1,12.4,40.3'],
    }),
  ),
  district_code: Type.Optional(unitCode),
  commune_code: Type.Optional(unitCode),
  commune_2025_code: Type.Optional(unitCode),
  carrier: Type.Optional(carrierCode),
  technology: Type.Optional(toEnum(technologies)),
  power_source: Type.Optional(toEnum(powerSources)),
  as_of: Type.Optional(asOf),
}

export const statementFilters = {
  service: Type.Optional(toEnum(services)),
  carrier: Type.Optional(carrierCode),
  basis: Type.Optional(toEnum(bases)),
  as_of: Type.Optional(asOf),
  district_code: Type.Optional(unitCode),
  commune_code: Type.Optional(unitCode),
  commune_2025_code: Type.Optional(unitCode),
}

export const questionFields = {
  service: toEnum(askedServices),
  carrier: Type.Optional(carrierCode),
  basis: Type.Optional(toEnum(askedBases)),
  as_of: Type.Optional(asOf),
  partial_from: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'Share of households from which partial counts as covered; by default it never does',
    }),
  ),
  power: Type.Optional(toEnum(askedPowers)),
  assigned: Type.Optional(toEnum(askedAssigneds)),
}
