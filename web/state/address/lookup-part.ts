/** How does the address say which commune was looked up? */
import type { AddressPart } from './address-part.ts'

const longest = 100

export const lookupPart: AddressPart = {
  keys: ['lookup'],
  write: ({ lookup }, add) => add('lookup', lookup, ''),
  read: ({ given, ignore }) => {
    const text = given('lookup') ?? ''
    if (text.length <= longest) return { lookup: text }
    ignore({ key: 'lookup', value: `${text.slice(0, longest)}…`, reason: 'unknown_value' })
    return { lookup: '' }
  },
}
