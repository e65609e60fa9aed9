/** Name and password, with every refusal said in words; also where a session has to be taken up again. */
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { signIn } from '../../session.ts'
import { Field } from './field.tsx'
import { PasswordField } from './password-field.tsx'

interface SignInFormProps {
  readonly onDone: () => void
  /** Whose work is on screen: another name has to be meant. */
  readonly expected?: { readonly username: string; readonly name: string }
}

interface Credentials {
  readonly username: string
  readonly password: string
}

export function SignInForm({ onDone, expected }: SignInFormProps) {
  const { p } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const form = useForm<Credentials>({ defaultValues: { username: expected?.username ?? '', password: '' } })
  const { errors, isSubmitting } = form.formState
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [agreed, setAgreed] = useState<string | null>(null)
  const [wait_s, setWait_s] = useCountdown()
  const [asked, setAsked] = useState<string | null>(null)
  const submit = form.handleSubmit(async ({ username, password }) => {
    const name = username.trim().toLowerCase()
    if (expected !== undefined && name !== expected.username && agreed !== name) {
      setAsked(name)
      setAgreed(name)
      return
    }
    setProblem(null)
    try {
      await signIn({ username: name, password })
      onDone()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
      setWait_s(Number(error.params['retry_after_s'] ?? 0))
      form.setValue('password', '')
      form.setFocus('password')
    }
  })
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={p('sign_in.username')}
        error={errors.username && p('sign_in.needed', { field: p('sign_in.username') })}
      >
        {(ids) => (
          <input
            {...ids}
            {...form.register('username', { required: true })}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <PasswordField
        label={p('sign_in.password')}
        error={errors.password && p('sign_in.needed', { field: p('sign_in.password') })}
        autoComplete="current-password"
        registration={form.register('password', { required: true })}
      />
      <p className="form-problem" role="alert">
        {asked !== null && expected !== undefined
          ? p('renewal.other', { name: expected.name })
          : problem !== null && (wait_s > 0 ? p('sign_in.wait', { n: wait_s }) : toText(problem))}
      </p>
      <button type="submit" className="main-button" disabled={isSubmitting || wait_s > 0}>
        {isSubmitting ? p('sign_in.busy') : asked !== null ? p('renewal.other_submit') : p('sign_in.submit')}
      </button>
    </form>
  )

  function toText({ code, params }: ApiProblem): string {
    return code === 'sign_in_delayed' ? p('sign_in.wait_over') : toProblemText({ code, params })
  }
}

/** Counts the seconds down to nothing. */
function useCountdown(): readonly [number, (seconds: number) => void] {
  const [left_s, setLeft_s] = useState(0)
  useEffect(() => {
    if (left_s <= 0) return
    const timer = setTimeout(() => setLeft_s(left_s - 1), 1000)
    return () => clearTimeout(timer)
  }, [left_s])
  return [left_s, setLeft_s]
}
