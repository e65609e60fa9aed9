/** How is one thing asked for in a form? A label, a control, what helps, and what is wrong, tied together for everybody. */
import { useId, type ReactNode } from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly problem?: string | null
}

interface ControlIds {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

export function Field({
  label,
  hint,
  problem = null,
  children,
}: FieldProps & { readonly children: (ids: ControlIds) => ReactNode }) {
  const id = useId()
  const hasNote = problem !== null || hint !== undefined
  return (
    <div className={problem === null ? 'edit-field' : 'edit-field edit-field-wrong'}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(hasNote ? { 'aria-describedby': `${id}-note` } : {}),
        ...(problem === null ? {} : { 'aria-invalid': true }),
      })}
      {hasNote && (
        <p className="edit-note" id={`${id}-note`}>
          {problem ?? hint}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date'
  readonly inputMode?: 'numeric' | 'text'
  readonly maxLength?: number
  /** The latest day. */
  readonly max?: string
}

export function TextField({ label, hint, problem, value, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem ?? null}>
      {(ids) => (
        <input
          {...ids}
          {...input}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V
  readonly choices: readonly (Choice & { readonly value: V })[]
  readonly onChange: (value: V) => void
}

export function SelectField<V extends string>({
  label,
  hint,
  problem,
  value,
  choices,
  onChange,
}: SelectFieldProps<V>) {
  return (
    <Field label={label} hint={hint} problem={problem ?? null}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
