/** What holds for every row, though no column says it: the carrier of the list, the day it speaks of? */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { importConstants } from '../../state/import-constants.ts'
import { withConstant, type ImportMapping } from '../../state/import-mapping.ts'
import { useApp } from '../../state/store.ts'
import { SelectField, TextField } from '../villages/fields.tsx'
import { listFields, type ListedField } from './listed-fields.ts'
import { useImportWords } from './use-import-words.ts'

interface ConstantFieldsProps {
  readonly noun: ImportNoun
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

export function ConstantFields({ noun, mapping, onChange }: ConstantFieldsProps) {
  const { p, language } = useImportWords()
  const mapped = new Set(mapping.columns.map(({ field }) => field))
  const offered: readonly string[] = importConstants[noun]
  const fields = listFields(noun, language).filter(
    ({ name }) => (offered.includes(name) && !mapped.has(name)) || name in mapping.constants,
  )
  if (fields.length === 0) return null
  return (
    <fieldset className="import-constants">
      <legend>{p('mapping.constants')}</legend>
      <p className="note">{p('mapping.constants_hint')}</p>
      <div className="form-grid">
        {fields.map((field) => (
          <ConstantField
            key={field.name}
            field={field}
            value={mapping.constants[field.name] ?? ''}
            onChange={(text) => onChange(withConstant(mapping, field.name, text))}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface ConstantFieldProps {
  readonly field: ListedField
  readonly value: string
  readonly onChange: (text: string) => void
}

function ConstantField({ field: { title, kind }, value, onChange }: ConstantFieldProps) {
  const { p } = useImportWords()
  const carriers = useApp((state) => state.province?.carriers) ?? []
  const today = useApp((state) => state.today)
  const none = { value: '', label: p('mapping.not_said') }
  if (kind === 'carrier') {
    const choices = [none, ...carriers.map(({ code, name }) => ({ value: code, label: name }))]
    return <SelectField label={title} value={value} choices={choices} onChange={onChange} />
  }
  if (kind === 'day')
    return <TextField label={title} type="date" max={today} value={value} onChange={onChange} />
  if (typeof kind === 'string')
    return <TextField label={title} maxLength={200} value={value} onChange={onChange} />
  const words = kind.map((word) => ({
    value: word,
    label: p(`values.${word}` as 'values.grid', { defaultValue: word }),
  }))
  return <SelectField label={title} value={value} choices={[none, ...words]} onChange={onChange} />
}
