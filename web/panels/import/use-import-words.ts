/** What are senders, fields and their values called in a file that is imported? */
import type { ImportRecord, ImportRow } from '../../../core/api/imports.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { toColumnLetter } from '../../state/import-mapping.ts'
import { listFields } from './listed-fields.ts'
import { toValueText } from './value-text.ts'

export interface ImportWords extends PartWords<'imports'> {
  readonly nameSender: (sender: string) => string
  /** By the titles of a noun, where it is said which. */
  readonly nameField: (field: string, noun?: ImportNoun) => string
  readonly toValue: (value: unknown, field?: string) => string
  readonly toSize: (bytes: number) => string
  readonly toProblem: (
    problem: ImportRow['problems'][number],
    noun: ImportNoun,
  ) => { readonly text: string; readonly remedy: string }
  readonly toFault: (fault: NonNullable<ImportRecord['fault']>) => {
    readonly text: string
    readonly remedy: string
  }
  readonly toNote: (note: ImportRecord['notes'][number]) => string
}

export function useImportWords(): ImportWords {
  const words = usePartWords('imports')
  const carriers = useApp((state) => state.province?.carriers)
  const { p, formats, language } = words
  const nameSender = (sender: string) => carriers?.find(({ code }) => code === sender)?.name ?? sender
  const nameField = (field: string, noun?: ImportNoun) => {
    const listed = noun === undefined ? [] : listFields(noun, language)
    const title = listed.find(({ name }) => name === field)?.title
    return title ?? toStationField(field) ?? p(`fields.${field}` as 'fields.name', { defaultValue: field })
  }
  /** `stations.viettel 4g.on_air_on`: one thing of one of a site’s stations. */
  const toStationField = (field: string): string | null => {
    const [, carrier, technology, part] = /^stations\.(\S+) ([^.]+)(?:\.(.+))?$/.exec(field) ?? []
    if (carrier === undefined || technology === undefined) return null
    const station = `${nameSender(carrier)} ${toText(technology)}`
    return part === undefined ? station : `${station}, ${nameField(part, 'sites').toLocaleLowerCase()}`
  }
  const toText = (value: unknown, field = '') => toValueText(value, field, { ...words, nameSender })
  return {
    ...words,
    nameSender,
    nameField,
    toValue: toText,
    toSize: (bytes) =>
      bytes < 1_000_000
        ? p('upload.kb', { n: formats.integer(Math.ceil(bytes / 1024)) })
        : p('upload.mb', { n: formats.decimal(Math.round((bytes / 1024 / 1024) * 10) / 10) }),
    toProblem: ({ code, params, field }, noun) => {
      const facts = { ...toFacts(params, words), code, field: field === null ? '' : nameField(field, noun) }
      return {
        text: p(toKeys(`problems.${code}.text`, 'problems.other.text'), facts),
        remedy: p(toKeys(`problems.${code}.remedy`, 'problems.other.remedy'), facts),
      }
    },
    toFault: ({ code, params }) => {
      const facts = { ...toFacts(params, words), code }
      return {
        text: p(toKeys(`faults.${code}.text`, 'faults.internal.text'), facts),
        remedy: p(toKeys(`faults.${code}.remedy`, 'faults.internal.remedy'), facts),
      }
    },
    toNote: ({ code, table, count }) => {
      const text = p(toKeys(`notes.${code}`, 'notes.other'), {
        code,
        n: count === null ? '' : formats.integer(count),
      })
      return table === null ? text : p('opened.note_in', { text, table })
    },
  }
}

/** The first that there is a text for; the last is known to be there. */
function toKeys<K extends string>(wanted: string, known: K): K[] {
  return [wanted as K, known]
}

/** Numbers and days of the server's facts, as the office writes them. */
function toFacts(
  params: Readonly<Record<string, string | number | boolean | null>>,
  { formats }: PartWords<'imports'>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number' && !name.endsWith('row')) return [name, formats.decimal(value)]
      if (typeof value === 'string' && isDay(value)) return [name, formats.date(value)]
      return [name, String(value ?? '')]
    }),
  )
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Where in the sheet: `F12`. */
export function toCellName(column: number | null, row: number): string {
  return column === null ? String(row) : `${toColumnLetter(column)}${row}`
}
