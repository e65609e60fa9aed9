/** Which fields can a column hold, and what are they called? Of each noun: name, title, whether it is needed, and how its value is chosen. */
import type { FieldRead, ImportField } from '../../../core/import/fields/field.ts'
import { importFields } from '../../../core/import/fields/import-fields.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { PowerSource } from '../../../core/inventory/sites.ts'
import type { Language } from '../../i18n/i18n.ts'

/** Read by rules of its own, as it may say two things at once; said for a whole file it is one word. */
const powerSources = ['grid', 'generator', 'solar'] as const satisfies readonly PowerSource[]

/** Words to choose from, or what kind of value it is. */
type Kind = readonly string[] | 'carrier' | 'day' | 'yes_no' | 'text'

export interface ListedField {
  readonly name: string
  readonly title: string
  readonly required: ImportField['required']
  readonly kind: Kind
}

export function listFields(noun: ImportNoun, language: Language): readonly ListedField[] {
  return importFields[noun].map(({ name, title, required, read }) => ({
    name,
    title: title[language],
    required,
    kind: name === 'power_source' ? powerSources : toKind(read),
  }))
}

function toKind(read: FieldRead): Kind {
  switch (read.as) {
    case 'word':
      return read.words.map(([code = '']) => code)
    case 'carrier':
    case 'day':
    case 'yes_no':
      return read.as
    default:
      return 'text'
  }
}
