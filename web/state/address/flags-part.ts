/** How does the address say which of the reports to be asked about are looked at? */
import { implausibleReasons } from '../../../core/coverage/implausible/reasons.ts'
import { services } from '../../../core/coverage/states.ts'
import { everyFlag, type FlagFilter } from '../flag-view.ts'
import { ignoreKeys, readChoice, readCode, type AddressPart } from './address-part.ts'

const keyOf = {
  reason: 'flag_reason',
  carrier: 'flag_carrier',
  service: 'flag_service',
  district: 'flag_district',
} as const satisfies Record<keyof FlagFilter, string>

const keys = Object.values(keyOf)

export const flagsPart: AddressPart = {
  keys,
  write: ({ page, flags }, add) => {
    if (page !== 'implausible') return
    for (const field of Object.keys(keyOf) as (keyof FlagFilter)[]) add(keyOf[field], flags[field], 'all')
  },
  read: (reading) => {
    if (reading.given('page') !== 'implausible') return ignoreKeys(reading, keys)
    return {
      flags: {
        reason: readChoice(reading, keyOf.reason, implausibleReasons) ?? everyFlag.reason,
        carrier: readCode(reading, keyOf.carrier, /^[a-z0-9-]{1,40}$/) ?? everyFlag.carrier,
        service: readChoice(reading, keyOf.service, services) ?? everyFlag.service,
        district: readCode(reading, keyOf.district, /^\d{2,5}$/) ?? everyFlag.district,
      },
    }
  },
}
