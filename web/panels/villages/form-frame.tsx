/** Around every form: its heading, what was found unsaved, what the server refused, and the way to save or leave. */
import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { readRefusedField } from '../../state/refused-field.ts'
import { useRefusalText } from './use-field-problems.ts'
import type { Saving } from './use-saving.ts'

interface FormFrameProps {
  readonly title: string
  readonly save_label: string
  readonly saving: Saving
  readonly onSave: () => void
  readonly onCancel: () => void
  /** What was typed before is here again. */
  readonly draft?: { readonly was_found: boolean; readonly drop: () => void }
  /** Where nothing else has a heading above it. */
  readonly level?: 'h2' | 'h3'
  readonly children: ReactNode
}

export function FormFrame(frame: FormFrameProps) {
  const { title, save_label, saving, onSave, onCancel, draft, children } = frame
  const { p } = usePartWords('villages')
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  const Heading = frame.level ?? 'h3'
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (saving.status === 'refused') focusWrong(form.current)
  }, [saving])
  const isSaving = saving.status === 'saving'
  return (
    <form
      ref={form}
      className="edit-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isSaving) return
        onSave()
        requestAnimationFrame(() => focusWrong(form.current))
      }}
      onKeyDown={(event) => {
        // Escape would close the panel with all that was typed.
        if (event.key === 'Escape') event.stopPropagation()
      }}
    >
      <Heading id={id} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
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

/** What has to be put right first. */
function focusWrong(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}

export function Refusal({ problem }: { readonly problem: ApiProblem }) {
  const { p } = usePartWords('villages')
  const toRefusalText = useRefusalText()
  const name = readRefusedField(problem)?.field
  const label = name === undefined ? '' : p(`fields.${name}` as 'fields.name', { defaultValue: '' })
  const text = toRefusalText(problem)
  return (
    <p className="edit-refusal" role="alert">
      {label === '' ? text : p('problems.field', { field: label, text })}
    </p>
  )
}
