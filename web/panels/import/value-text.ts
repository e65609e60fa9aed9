/** How does a value of a record read, whatever it is: a day, a code of ours, a number, the stations of a site? */
import type { PartWords } from '../../hooks/use-part-words.ts'

type Words = PartWords<'imports'> & { readonly nameSender: (code: string) => string }

/** Fields whose values are carriers. */
const carrierFields: readonly string[] = ['carrier_code', 'owner_code']

/** Numbers that are not counted with. */
const plainNumbers: readonly string[] = ['year', 'row_no', 'quarter']

const nothing: readonly unknown[] = [null, undefined, '']

export function toValueText(value: unknown, field: string, words: Words): string {
  const { p, formats } = words
  if (nothing.includes(value)) return p('preview.empty')
  if (typeof value === 'boolean') return p(value ? 'preview.yes' : 'preview.no')
  if (typeof value === 'number' && (field === 'lng' || field === 'lat')) return formats.coordinate(value)
  if (typeof value === 'number') return plainNumbers.includes(field) ? String(value) : formats.decimal(value)
  if (typeof value === 'string') return toWords(value, field, words)
  if (Array.isArray(value)) {
    return value.length === 0
      ? p('preview.empty')
      : value.map((one) => toValueText(one, field, words)).join('; ')
  }
  return toParts(value as Readonly<Record<string, unknown>>, words)
}

function toWords(text: string, field: string, { p, formats, nameSender }: Words): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.date(text)
  if (carrierFields.includes(field)) return nameSender(text)
  return p(`values.${text}` as 'values.grid', { defaultValue: text })
}

/** A station: whose, which technology, then what else is known of it. */
function toParts(value: Readonly<Record<string, unknown>>, words: Words): string {
  const { carrier_code, technology, ...others } = value
  const name = [carrier_code, technology]
    .filter((one) => typeof one === 'string')
    .map((one, index) => toValueText(one, index === 0 ? 'carrier_code' : 'technology', words))
    .join(' ')
  const rest = Object.entries(others)
    .filter(([, one]) => !nothing.includes(one))
    .map(([field, one]) => {
      const label = words.p(`fields.${field}` as 'fields.name', { defaultValue: field })
      return `${label} ${toValueText(one, field, words)}`
    })
  return [name, ...rest].filter((one) => one !== '').join(', ')
}
