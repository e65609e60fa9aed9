/** Where do I want to be told of which kind? Nowhere, on the map, or there and in the daily mail. */
import { useEffect, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { alertChannels, type AlertChannel, type AlertKind } from '../../../core/alerts/kinds.ts'
import type { AlertChoices } from '../../../core/api/alerts.ts'
import { ApiProblem, call } from '../../api.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { Field } from '../accounts/field.tsx'
import { ListProblem } from '../list-problem.tsx'

export function AlertChoicesForm() {
  const { p } = usePartWords('alerts')
  const [choices, setChoices] = useState<AlertChoices | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    call('getAlertChoices', { signal: stop.signal }).then(
      (told) => {
        setProblem(null)
        setChoices(told)
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setProblem(error)
      },
    )
    return () => stop.abort()
  }, [attempt])
  return (
    <section className="alert-choices">
      <h3>{p('choices.title')}</h3>
      {problem !== null && <ListProblem problem={problem} onRetry={() => setAttempt(attempt + 1)} />}
      {choices !== null && <ChoicesForm choices={choices} />}
    </section>
  )
}

interface Fields {
  readonly channels: Readonly<Partial<Record<AlertKind, AlertChannel>>>
  readonly email: string
  readonly language: AlertChoices['language']
}

function ChoicesForm({ choices }: { readonly choices: AlertChoices }) {
  const { p } = usePartWords('alerts')
  const toText = useProblemText()
  const [answer, setAnswer] = useState<'saved' | ApiProblem | null>(null)
  const form = useForm<Fields>({
    defaultValues: {
      channels: Object.fromEntries(choices.kinds.map(({ kind, channel }) => [kind, channel])),
      email: choices.email ?? '',
      language: choices.language,
    },
  })
  const isWrongEmail = answer instanceof ApiProblem && answer.params['field'] === 'email'
  return (
    <form
      className="form"
      noValidate
      onChange={() => setAnswer(null)}
      onSubmit={(event) => void form.handleSubmit(save)(event)}
    >
      <ul className="alert-channels">
        {choices.kinds.map(({ kind }) => (
          <ChannelChoice key={kind} kind={kind} form={form} />
        ))}
      </ul>
      {choices.sends_mail ? (
        <MailFields form={form} hour={choices.mails_at_hour} isWrong={isWrongEmail} />
      ) : (
        <p className="note">{p('choices.no_mail')}</p>
      )}
      <div className="row-actions">
        <button type="submit" className="main-button" disabled={form.formState.isSubmitting}>
          {p('choices.save')}
        </button>
      </div>
      <p role="status">{answer === 'saved' && p('choices.saved')}</p>
      {answer instanceof ApiProblem && !isWrongEmail && (
        <p className="form-problem" role="alert">
          {toText(answer)}
        </p>
      )}
    </form>
  )

  async function save({ channels, email, language }: Fields): Promise<void> {
    const kinds = choices.kinds.map(({ kind, channel }) => ({ kind, channel: channels[kind] ?? channel }))
    try {
      await call('putAlertChoices', { body: { kinds, email: email.trim() === '' ? null : email, language } })
      setAnswer('saved')
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setAnswer(error)
    }
  }
}

function ChannelChoice({ kind, form }: { readonly kind: AlertKind; readonly form: UseFormReturn<Fields> }) {
  const { p } = usePartWords('alerts')
  return (
    <li>
      <label>
        <span>{p(`kinds.${kind}`)}</span>
        <select {...form.register(`channels.${kind}`)}>
          {alertChannels.map((channel) => (
            <option key={channel} value={channel}>
              {p(`choices.channels.${channel}`)}
            </option>
          ))}
        </select>
      </label>
    </li>
  )
}

interface MailFieldsProps {
  readonly form: UseFormReturn<Fields>
  readonly hour: number
  readonly isWrong: boolean
}

function MailFields({ form, hour, isWrong }: MailFieldsProps) {
  const { p, formats } = usePartWords('alerts')
  return (
    <>
      <Field
        label={p('choices.email')}
        hint={p('choices.email_hint', { hour: formats.integer(hour) })}
        error={isWrong ? p('choices.email_wrong') : undefined}
      >
        {(ids) => (
          <input {...ids} {...form.register('email')} type="email" autoComplete="email" spellCheck={false} />
        )}
      </Field>
      <Field label={p('choices.language')}>
        {(ids) => (
          <select {...ids} {...form.register('language')}>
            <option value="vi">{p('choices.languages.vi')}</option>
            <option value="en">{p('choices.languages.en')}</option>
          </select>
        )}
      </Field>
    </>
  )
}
