/** How is the file understood: which table, which row is the header, what does each column hold, what does no column say? */
import { useState } from 'react'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import {
  countColumns,
  countUnderstood,
  emptyMapping,
  type ImportMapping,
} from '../../state/import-mapping.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { SelectField } from '../villages/fields.tsx'
import { Refusal } from '../villages/form-frame.tsx'
import { ConstantFields } from './constant-fields.tsx'
import { NounField, SenderField } from './new-import.tsx'
import type { PartProps } from './part-props.ts'
import { SampleTable } from './sample-table.tsx'
import { useImportWords } from './use-import-words.ts'

export function MappingSection({ record, work, is_busy }: PartProps) {
  const { p, formats } = useImportWords()
  const { id, noun, sender, table, tables, carrier_code } = record
  const kept = record.mapping ?? emptyMapping
  const [mapping, setMapping] = useState<ImportMapping>(kept)
  const sample = useFetched(`${id}:${table ?? ''}`, (signal) =>
    call('getImportSample', { params: { id }, query: table === null ? {} : { table }, signal }),
  )
  const rows = sample.status === 'ready' ? sample.value.rows : []
  const isOpen = record.may.includes('change')
  const isDisabled = !isOpen || is_busy || work.saving.status === 'saving'
  const isChanged = mapping !== kept
  const all = countColumns(rows, kept)
  const understood = countUnderstood(kept)
  return (
    <section className="import-mapping">
      {!isOpen && <p className="note">{p('mapping.locked')}</p>}
      <fieldset disabled={isDisabled} className="import-plain">
        <div className="form-grid">
          <NounField value={noun} onChange={(chosen) => void work.change({ noun: chosen })} />
          {carrier_code === null && (
            <SavedSender sender={sender} onSave={(name) => void work.change({ sender: name })} />
          )}
          {tables.length > 1 && (
            <SelectField
              label={p('mapping.table')}
              value={table ?? ''}
              choices={tables.map((one) => ({
                value: one.name,
                label: p('mapping.table_rows', { name: one.name, n: formats.integer(one.rows) }),
              }))}
              onChange={(name) => void work.change({ table: name })}
            />
          )}
        </div>
        <SuggestedNoun record={record} onTake={(suggested) => void work.change({ noun: suggested })} />
        <p role="status">
          {understood === 0
            ? p('mapping.none')
            : p('mapping.understood', { n: formats.integer(understood), all: formats.integer(all) })}
        </p>
        {sample.status === 'failed' && <Refusal problem={sample.problem} />}
        {sample.status === 'loading' && <span className="skeleton skeleton-block" aria-busy="true" />}
        {sample.status === 'ready' && (
          <SampleTable noun={noun} rows={rows} mapping={mapping} onChange={setMapping} />
        )}
        <ConstantFields noun={noun} mapping={mapping} onChange={setMapping} />
      </fieldset>
      {isOpen && (
        <div className="edit-actions">
          <button
            type="button"
            className="main-button"
            disabled={isDisabled || !isChanged}
            onClick={() => void work.change({ mapping })}
          >
            {p('mapping.save')}
          </button>
          {isChanged && (
            <>
              <button type="button" className="plain-button" onClick={() => setMapping(kept)}>
                {p('mapping.drop')}
              </button>
              <span role="status">{p('mapping.unsaved')}</span>
            </>
          )}
        </div>
      )}
    </section>
  )
}

interface SuggestedNounProps {
  readonly record: PartProps['record']
  readonly onTake: (noun: ImportNoun) => void
}

/** Whoever chose the wrong kind of list finds no columns understood: the titles say which it is. */
function SuggestedNoun({ record, onTake }: SuggestedNounProps) {
  const { p } = useImportWords()
  const { suggested_noun } = record
  if (suggested_noun === null || !record.may.includes('change')) return null
  return (
    <p className="note" role="status">
      {p('mapping.other_noun', { noun: p(`nouns.${suggested_noun}`) })}{' '}
      <button type="button" className="plain-button" onClick={() => onTake(suggested_noun)}>
        {p('mapping.take_noun')}
      </button>
    </p>
  )
}

interface SavedSenderProps {
  readonly sender: string
  readonly onSave: (sender: string) => void
}

/** A name that is typed is sent when it is finished. */
function SavedSender({ sender, onSave }: SavedSenderProps) {
  const [typed, setTyped] = useState(sender)
  const save = (name: string) => {
    if (name.trim() !== '' && name.trim() !== sender) onSave(name.trim())
  }
  return (
    <div onBlur={() => save(typed)}>
      <SenderField value={typed} problem={null} onChange={setTyped} />
    </div>
  )
}
