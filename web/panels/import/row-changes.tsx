/** What would change, field by field? Of a new record what it would have; of others from what to what. */
import { useState } from 'react'
import type { ImportRow } from '../../../core/api/imports.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { isUnitField, useUnitNames } from '../../hooks/use-unit-names.ts'
import { useImportWords } from './use-import-words.ts'

interface RowChangesProps {
  readonly changes: ImportRow['changes']
  readonly noun: ImportNoun
  readonly is_new: boolean
}

/** More are behind a button: a new site has twenty. */
const shownAtFirst = 5

export function RowChanges({ changes, noun, is_new }: RowChangesProps) {
  const { p, nameField, toValue } = useImportWords()
  const nameUnit = useUnitNames()
  const [isOpen, setOpen] = useState(false)
  const toText = (value: unknown, field: string) =>
    (typeof value === 'string' && isUnitField(field) ? nameUnit(field, value) : null) ?? toValue(value, field)
  if (changes.length === 0) return null
  const shown = isOpen ? changes : changes.slice(0, shownAtFirst)
  return (
    <div className="import-changes">
      <dl>
        {shown.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{nameField(field, noun)}</dt>
            <dd>
              {!is_new && (
                <>
                  <del>
                    <span className="visually-hidden">{p('preview.was')}: </span>
                    {toText(before, field)}
                  </del>
                  <span aria-hidden="true"> → </span>
                </>
              )}
              <ins>
                <span className="visually-hidden">{p('preview.becomes')}: </span>
                {toText(after, field)}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
      {changes.length > shownAtFirst && (
        <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? p('preview.fewer') : p('preview.more', { n: changes.length - shownAtFirst })}
        </button>
      )}
    </div>
  )
}
