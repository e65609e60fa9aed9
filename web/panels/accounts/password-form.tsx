/** A new password of one's own. */
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { changePassword } from '../../session.ts'
import { useApp } from '../../state/store.ts'
import { PasswordField } from './password-field.tsx'

interface Passwords {
  readonly current: string
  readonly next: string
  readonly repeat: string
}

export function PasswordForm() {
  const { p } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const username = useApp((state) => state.session?.username)
  const form = useForm<Passwords>({ defaultValues: { current: '', next: '', repeat: '' } })
  const { errors, isSubmitting } = form.formState
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isDone, setIsDone] = useState(false)
  const submit = form.handleSubmit(async ({ current, next }) => {
    setProblem(null)
    setIsDone(false)
    try {
      await changePassword({ current, next })
      form.reset()
      setIsDone(true)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    }
  })
  const toNeeded = (field: string) => p('sign_in.needed', { field })
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <input type="text" name="username" autoComplete="username" value={username ?? ''} readOnly hidden />
      <PasswordField
        label={p('password.current')}
        error={errors.current && toNeeded(p('password.current'))}
        autoComplete="current-password"
        registration={form.register('current', { required: true })}
      />
      <PasswordField
        label={p('password.next')}
        hint={p('password.hint')}
        error={errors.next && toNeeded(p('password.next'))}
        autoComplete="new-password"
        registration={form.register('next', { required: true })}
      />
      <PasswordField
        label={p('password.repeat')}
        error={errors.repeat && p('password.differs')}
        autoComplete="new-password"
        registration={form.register('repeat', { validate: (repeat, { next }) => repeat === next })}
      />
      <p className="form-problem" role="alert">
        {problem !== null && toText(problem)}
      </p>
      <p role="status">{isDone && p('password.done')}</p>
      <button type="submit" className="main-button" disabled={isSubmitting}>
        {p('password.submit')}
      </button>
    </form>
  )

  function toText({ code, params }: ApiProblem): string {
    if (code === 'sign_in_failed') return p('password.wrong_current')
    const expected = params['expected']
    if (code === 'password_unfit' && (expected === 'not_the_username' || expected === 'not_common'))
      return p(`password.unfit.${expected}`)
    if (code === 'password_unfit' && expected === 'length')
      return p('password.unfit.length', { least: Number(params['least']) })
    return toProblemText({ code, params })
  }
}
