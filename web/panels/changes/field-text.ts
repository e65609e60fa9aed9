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
  // Of a proposal: which record it is about stands in its heading, what it would change beside.
  'noun',
  'record_id',
  'before',
  'base_version',
])

/** Whose values are codes of ours, and where their words stand. */
const codeTexts: Readonly<Record<string, string>> = {
  status: 'site.statuses',
  power_source: 'site.powers',
  backhaul: 'site.backhauls',
}

function toFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

export function toFieldName(name: string, { p }: PartWords<'accounts'>): string {
  if (name === 'stations') return p('changes.stations')
  const text = p(`changes.fields.${name}` as 'changes.fields.name', { defaultValue: name })
  return text
}

/** As text in every case: markup is what somebody typed. */
export function toValueText(value: unknown, words: PartWords<'accounts'>, name = ''): string {
  const { p, formats } = words
  if (value === null || value === undefined || value === '') return p('changes.nothing')
  if (typeof value === 'boolean') return value ? p('changes.yes') : p('changes.no')
  if (typeof value === 'number')
    return Number.isInteger(value) ? formats.integer(value) : formats.coordinate(value)
  if (typeof value === 'string') return toCodeText(value, words, name) ?? toDayText(value, words)
  if (Array.isArray(value)) return value.map((item) => toValueText(item, words, name)).join('; ')
  return Object.entries(value as Fields)
    .filter(([name, item]) => item !== null && !silent.has(name))
    .map(([name, item]) => `${toFieldName(name, words)}: ${toValueText(item, words, name)}`)
    .join(', ')
}

function toCodeText(code: string, { t, p }: PartWords<'accounts'>, name: string): string | null {
  if (!/^[a-z0-9_]{1,40}$/.test(code)) return null
  if (name === 'technology') return code.toUpperCase()
  if (name === 'state' || name === 'visibility')
    return p(`changes.codes.${code}` as 'changes.codes.pending', { defaultValue: code })
  const texts = codeTexts[name]
  return texts === undefined ? null : t(`${texts}.${code}` as 'site.statuses.live', { defaultValue: code })
}

function toDayText(text: string, { formats }: PartWords<'accounts'>): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.date(text)
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? toMoment(text) : text
}
