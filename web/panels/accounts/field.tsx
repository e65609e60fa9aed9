/** A field of a form: its label, its hint and what is wrong with it, tied together for those who hear the page. */
import { useId, type ReactNode } from 'react'

interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: (ids: FieldIds) => ReactNode
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const notes = `${id}-notes`
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': notes, 'aria-invalid': error !== undefined })}
      <p
        id={notes}
        className={error === undefined ? 'note' : 'form-problem'}
        role={error === undefined ? undefined : 'alert'}
      >
        {error ?? hint}
      </p>
    </div>
  )
}
