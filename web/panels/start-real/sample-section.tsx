/** What is made up here, and how does it go? Only after its name was typed; there is no way back but a backup. */
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { SampleEnded, StartReal } from '../../../core/api/start-real.ts'
import { toSearchText } from '../../../core/text.ts'
import { ApiProblem, call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { useRole } from '../../hooks/use-role.ts'
import { useApp } from '../../state/store.ts'
import { Field } from '../accounts/field.tsx'
import { useCountList } from './use-count-list.ts'

interface SampleSectionProps {
  readonly province: string
  readonly sample: NonNullable<StartReal['sample']>
  readonly onEnded: (ended: SampleEnded) => void
}

export function SampleSection({ province, sample, onEnded }: SampleSectionProps) {
  const { p } = usePartWords('start_real')
  const toList = useCountList()
  const isAdmin = useRole() === 'admin'
  const hanging = toList(sample.hanging)
  return (
    <section className="start-real-sample">
      <h3>{p('sample.title')}</h3>
      <p>{p('sample.text')}</p>
      <p>{p('sample.removed', { list: toList(sample.removed) })}</p>
      {hanging !== '' && <p className="start-real-warning">{p('sample.hanging', { list: hanging })}</p>}
      <p className="soft">
        {p('sample.kept')} {p('sample.visitors')}
      </p>
      <p>
        {p('sample.backup')} <code translate="no">npm run backup</code>
      </p>
      {isAdmin ? <EndForm province={province} onEnded={onEnded} /> : <p>{p('sample.for_admin')}</p>}
    </section>
  )
}

interface Fields {
  readonly confirm: string
  readonly password: string
}

function EndForm({ province, onEnded }: Pick<SampleSectionProps, 'province' | 'onEnded'>) {
  const { p } = usePartWords('start_real')
  const toProblemText = useProblemText()
  const session = useApp((state) => state.session)
  const needsPassword = session?.demo_accounts.some(({ username }) => username === session.username) === true
  const form = useForm<Fields>({ defaultValues: { confirm: '', password: '' } })
  const { errors, isSubmitting } = form.formState
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  return (
    <form className="form" noValidate onSubmit={(event) => void form.handleSubmit(end)(event)}>
      <Field label={p('sample.confirm', { province })} error={errors.confirm && p('sample.confirm_wrong')}>
        {(ids) => (
          <input
            {...ids}
            {...form.register('confirm', {
              validate: (typed) => toSearchText(typed) === toSearchText(province),
            })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {needsPassword && (
        <Field
          label={p('sample.password', { name: session?.username ?? '' })}
          hint={p('sample.password_hint')}
          error={errors.password && p('sample.password_hint')}
        >
          {(ids) => (
            <input
              {...ids}
              {...form.register('password', { minLength: 10, required: true, maxLength: 200 })}
              type="password"
              autoComplete="new-password"
            />
          )}
        </Field>
      )}
      <p className="form-problem" role="alert">
        {problem !== null && p('sample.failed', { reason: toProblemText(problem) })}
      </p>
      <button type="submit" className="main-button start-real-end" disabled={isSubmitting}>
        {p(isSubmitting ? 'sample.busy' : 'sample.submit')}
      </button>
    </form>
  )

  async function end({ confirm, password }: Fields): Promise<void> {
    setProblem(null)
    try {
      onEnded(await call('startReal', { body: { confirm, ...(needsPassword ? { password } : {}) } }))
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    }
  }
}
