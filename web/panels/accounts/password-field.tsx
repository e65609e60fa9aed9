/** A password that one may look at while typing. */
import { useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { Field } from './field.tsx'

interface PasswordFieldProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly autoComplete: 'current-password' | 'new-password'
  readonly registration: UseFormRegisterReturn
}

export function PasswordField({ label, hint, error, autoComplete, registration }: PasswordFieldProps) {
  const { p } = usePartWords('accounts')
  const [isShown, setIsShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <span className="password">
          <input
            {...ids}
            {...registration}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="button" className="text-button" onClick={() => setIsShown(!isShown)}>
            {isShown ? p('sign_in.hide') : p('sign_in.show')}
          </button>
        </span>
      )}
    </Field>
  )
}
