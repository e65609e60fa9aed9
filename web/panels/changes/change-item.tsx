/** One change: what, by whom, when and why, field by field. */
import { useState } from 'react'
import type { AuditRecord } from '../../../core/api/audit.ts'
import { useRole } from '../../hooks/use-role.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { select } from '../../state/transitions.ts'
import { listFieldChanges, toFieldName, toValueText } from './field-text.ts'
import { RestoreForm } from './restore-form.tsx'

interface ChangeItemProps {
  readonly entry: AuditRecord
  readonly onRestored: () => void
}

export function ChangeItem({ entry, onRestored }: ChangeItemProps) {
  const { p } = usePartWords('accounts')
  const role = useRole()
  const [isRestoring, setIsRestoring] = useState(false)
  const { noun, action, record_name, record_code, commune_name, actor, actor_name, at, reason } = entry
  const mayRestore = entry.is_restorable && entry.before !== null && (role === 'staff' || role === 'admin')
  const what = `${p(`changes.nouns.${noun}` as 'changes.nouns.sites', { defaultValue: noun })}: ${p(
    `changes.actions.${action}` as 'changes.actions.update',
    { defaultValue: action },
  )}`
  const subject = useSubject(entry)
  const name = [record_name ?? subject.name, record_code ?? subject.code]
    .filter((part) => part !== null)
    .join(' · ')
  const open = toOpening(subject)
  return (
    <li className="change">
      <h3>
        {name === '' ? what : name} {name !== '' && <span className="chip">{what}</span>}
      </h3>
      <span className="soft">
        {p('changes.by', { name: actor_name ?? actor, at: toMoment(at) })}
        {commune_name !== null && ` · ${commune_name}`}
      </span>
      {reason !== null && <span>{p('changes.reason', { reason })}</span>}
      {entry.reverts_id !== null && (
        <span className="soft">{p('changes.reverts', { id: entry.reverts_id })}</span>
      )}
      <ChangeFields entry={entry} />
      <div className="row-actions">
        {open !== null && (
          <button type="button" className="text-button" onClick={open}>
            {p('changes.open')}
          </button>
        )}
        {mayRestore && (
          <button type="button" className="text-button" onClick={() => setIsRestoring(!isRestoring)}>
            {p('changes.restore')}
          </button>
        )}
      </div>
      {isRestoring && <RestoreForm entry={entry} name={name === '' ? what : name} onDone={onRestored} />}
    </li>
  )
}

interface Subject {
  readonly noun: unknown
  readonly id: number
  readonly name: string | null
  readonly code: string | null
}

/** The record that is meant: of a proposal the one that it is about, by its name as far as this reader's map knows it. */
function useSubject({ noun, noun_id, after }: AuditRecord): Subject {
  const sources = useApp((state) => state.sources)
  if (noun !== 'proposals') return { noun, id: Number(noun_id), name: null, code: null }
  const proposal = (after ?? {}) as Readonly<Record<string, unknown>>
  const id = Number(proposal['record_id'])
  const layer = proposal['noun'] === 'sites' ? sources.sites : sources.villages
  const facts = layer?.features.find((feature) => feature.id === id)?.properties
  const toText = (value: unknown) => (typeof value === 'string' ? value : null)
  return { noun: proposal['noun'], id, name: toText(facts?.['name']), code: toText(facts?.['code']) }
}

/** A step back in the browser returns to the list. */
function toOpening({ noun, id }: Subject): (() => void) | null {
  if ((noun !== 'sites' && noun !== 'villages') || !Number.isInteger(id) || id < 1) return null
  const type = noun === 'sites' ? 'site' : 'village'
  return () => useApp.setState((state) => ({ ...select(state, { type, id }), page: 'map' }))
}

/** Longer values are folded away. */
const longestShown = 300

function ChangeFields({ entry }: { readonly entry: AuditRecord }) {
  const words = usePartWords('accounts')
  const { p } = words
  const fields = listFieldChanges(entry)
  if (fields.length === 0) return null
  const table = (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">{p('changes.field')}</th>
          <th scope="col">{p('changes.before')}</th>
          <th scope="col">{p('changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{toFieldName(name, words)}</th>
            <td>{toValueText(before, words, name)}</td>
            <td>{toValueText(after, words, name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  const isLong = fields.some(({ after }) => JSON.stringify(after).length > longestShown)
  if (fields.length <= 6 && !isLong) return table
  return (
    <details>
      <summary className="soft">
        {fields
          .map(({ name }) => toFieldName(name, words))
          .slice(0, 4)
          .join(', ')}
        …
      </summary>
      {table}
    </details>
  )
}
