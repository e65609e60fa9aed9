/** What is one part of the address? Some keys of the query, how the view writes them, and what they mean. */
import type { NamedUnit } from '../../i18n/unit-names.ts'
import type { View } from '../address.ts'

/** Why something in the address was not followed; the page says so in words. */
export const ignoredReasons = [
  'unknown_key',
  'unknown_value',
  'not_a_day',
  'after_today',
  'before_history',
  'no_such_carrier',
  'no_such_unit',
  'merged_unit',
  'other_set',
  'out_of_range',
  'contradiction',
] as const
export type IgnoredReason = (typeof ignoredReasons)[number]

export interface IgnoredPart {
  readonly key: string
  readonly value: string
  readonly reason: IgnoredReason
  /** What is shown instead, or the limits, in words that need no translation: names, days, numbers. */
  readonly instead?: string
  /** The unit that a code names, and the one that took it in. */
  readonly units?: readonly NamedUnit[]
}

export interface AddressReading {
  /** The text of a key; undefined where the address does not have it. */
  readonly given: (key: string) => string | undefined
  /** ISO day in Việt Nam. */
  readonly today: string
  readonly ignore: (part: IgnoredPart) => void
}

export interface AddressPart {
  readonly keys: readonly string[]
  /** `add` leaves a key out where its text is null or the same as in the opening view. */
  readonly write: (
    view: View,
    add: (key: string, text: string | null, opening?: string | null) => void,
  ) => void
  /** Of what means nothing it says so, and leaves it as it opens; nothing throws. */
  readonly read: (reading: AddressReading) => Partial<View>
}

/** A code of which only the data know whether it exists; what is none at all is ignored and said. */
export function readCode({ given, ignore }: AddressReading, key: string, code: RegExp): string | undefined {
  const text = given(key)
  if (text === undefined || code.test(text)) return text
  ignore({ key, value: text, reason: 'unknown_value' })
  return undefined
}

/** Of a page that is not open nothing is asked: its keys mean nothing here. */
export function ignoreKeys({ given, ignore }: AddressReading, keys: readonly string[]): Partial<View> {
  for (const key of keys) {
    const value = given(key)
    if (value !== undefined) ignore({ key, value, reason: 'unknown_key' })
  }
  return {}
}

/** The value of a list that the text names; one that is not there is ignored and said. */
export function readChoice<T extends string>(
  { given, ignore }: AddressReading,
  key: string,
  list: readonly T[],
): T | undefined {
  const text = given(key)
  if (text === undefined) return undefined
  const found = list.find((value) => value === text)
  if (found === undefined) ignore({ key, value: text, reason: 'unknown_value' })
  return found
}
