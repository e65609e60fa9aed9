/** What does a value of the database look like in JavaScript? The same on both drivers, by the type's number (OID). */

export type ValueParser = (text: string) => unknown

const oid = { int8: 20, numeric: 1700, date: 1082, timestamp: 1114, timestamptz: 1184 } as const
const arrayOid = { int8: 1016, numeric: 1231, date: 1182, timestamp: 1115, timestamptz: 1185 } as const

// What both drivers read alike by themselves (text, int4, float8, bool, json) is left to them.
const parsers: Readonly<Record<keyof typeof oid, ValueParser>> = {
  int8: Number,
  numeric: Number,
  // A Date would be local midnight in one driver and midnight UTC in the other.
  date: String,
  timestamp: (text) => text.replace(' ', 'T'),
  timestamptz: toIsoInstant,
}

const names = Object.keys(oid) as (keyof typeof oid)[]

export const scalarParsers: Readonly<Record<number, ValueParser>> = Object.fromEntries(
  names.map((name) => [oid[name], parsers[name]]),
)

/** Parsers of the elements of arrays, by the array type's number. */
export const elementParsers: Readonly<Record<number, ValueParser>> = Object.fromEntries(
  names.map((name) => [arrayOid[name], parsers[name]]),
)

/** `2021-06-30 07:00:00.5+07` → `2021-06-30T00:00:00.500Z`; infinity stays as it is. */
function toIsoInstant(text: string): string {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString()
}
