/** Around every form: its heading, what was found unsaved, what the server refused, and the way to save or leave. */
import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { Saving } from './use-saving.ts'

interface FormFrameProps {
  readonly title: string
  readonly save_label: string
  readonly saving: Saving
  readonly onSave: () => void
  readonly onCancel: () => void
  /** What was typed before is here again. */
  readonly draft?: { readonly was_found: boolean; readonly drop: () => void }
  readonly children: ReactNode
}

export function FormFrame({ title, save_label, saving, onSave, onCancel, draft, children }: FormFrameProps) {
  const { p } = usePartWords('villages')
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  const isSaving = saving.status === 'saving'
  return (
    <form
      className="edit-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSaving) onSave()
      }}
      onKeyDown={(event) => {
        // Escape would close the panel with all that was typed.
        if (event.key === 'Escape') event.stopPropagation()
      }}
    >
      <h3 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {draft?.was_found === true && (
        <p className="edit-found">
          {p('draft_found')}{' '}
          <button type="button" className="text-button" onClick={draft.drop}>
            {p('draft_drop')}
          </button>
        </p>
      )}
      {children}
      {saving.status === 'refused' && <Refusal problem={saving.problem} />}
      <div className="edit-actions">
        <button type="submit" className="main-button" disabled={isSaving}>
          {isSaving ? p('actions.saving') : save_label}
        </button>
        <button type="button" className="plain-button" onClick={onCancel}>
          {p('actions.cancel')}
        </button>
      </div>
    </form>
  )
}

export function Refusal({ problem }: { readonly problem: ApiProblem }) {
  const { t, p } = usePartWords('villages')
  const { field } = problem.params
  const name = typeof field === 'string' ? field.split('.').at(-1) : undefined
  const label = name === undefined ? '' : p(`fields.${name}` as 'fields.name', { defaultValue: '' })
  const text = t(`errors.${problem.code}`, { retry_after_s: '', ...problem.params })
  return (
    <p className="edit-refusal" role="alert">
      {label === '' ? text : p('problems.field', { field: label, text })}
    </p>
  )
}
