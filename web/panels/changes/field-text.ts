/** How does a field of a change read, its name and its value? */
import type { PartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'

type Fields = Readonly<Record<string, unknown>>

export interface FieldChange {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

/** The fields that differ; what only follows from others is left out. */
export function listFieldChanges(entry: {
  readonly before: unknown
  readonly after: unknown
  readonly changed: readonly string[]
}): FieldChange[] {
  const [before, after] = [toFields(entry.before), toFields(entry.after)]
  return entry.changed
    .filter((name) => !silent.has(name))
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
}

/** Ids and codes that stand beside their names, and what counts up with every change. */
const silent: ReadonlySet<string> = new Set([
  'id',
  'version',
  'is_sample',
  'district_code',
  'commune_2025_code',
  'visible_to',
])

function toFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

export function toFieldName(name: string, { p }: PartWords<'accounts'>): string {
  if (name === 'stations') return p('changes.stations')
  const text = p(`changes.fields.${name}` as 'changes.fields.name', { defaultValue: name })
  return text
}

/** As text in every case: markup is what somebody typed. */
export function toValueText(value: unknown, words: PartWords<'accounts'>): string {
  const { p, formats } = words
  if (value === null || value === undefined || value === '') return p('changes.nothing')
  if (typeof value === 'boolean') return value ? p('changes.yes') : p('changes.no')
  if (typeof value === 'number')
    return Number.isInteger(value) ? formats.integer(value) : formats.coordinate(value)
  if (typeof value === 'string') return toDayText(value, words)
  if (Array.isArray(value)) return value.map((item) => toValueText(item, words)).join('; ')
  return Object.entries(value as Fields)
    .filter(([name, item]) => item !== null && !silent.has(name))
    .map(([name, item]) => `${toFieldName(name, words)}: ${toValueText(item, words)}`)
    .join(', ')
}

function toDayText(text: string, { formats }: PartWords<'accounts'>): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.date(text)
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? toMoment(text) : text
}
