/** An act is added by its head; the rows that assign villages come by import. */
import { useForm } from 'react-hook-form'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { Field } from '../accounts/field.tsx'
import { AddForm } from './add-form.tsx'
import { toCode } from './to-code.ts'
import { useAdding } from './use-adding.ts'

interface Fields {
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly issued_on: string
  readonly code: string
}

export function AddAct({ onSaved }: { readonly onSaved: () => void }) {
  const { p } = usePartWords('start_real')
  const adding = useAdding(onSaved)
  const form = useForm<Fields>({
    defaultValues: { title: '', number: '', issuer: '', issued_on: '', code: '' },
  })
  const { errors, isSubmitting, dirtyFields } = form.formState
  const save = form.handleSubmit(({ title, number, issuer, issued_on, code }) =>
    adding.add(number === '' ? title : number, () =>
      call('createAct', {
        body: {
          code,
          title: title.trim(),
          number: number.trim() || null,
          issuer: issuer.trim() || null,
          issued_on: issued_on || null,
          rows: [],
        },
      }),
    ),
  )
  const toInput = (name: 'title' | 'issuer', longest: number, isNeeded: boolean) => (
    <Field label={p(`act.${name}`)} error={errors[name] && p('needed', { field: p(`act.${name}`) })}>
      {(ids) => (
        <input
          {...ids}
          {...form.register(name, { required: isNeeded, maxLength: longest })}
          autoComplete="off"
        />
      )}
    </Field>
  )
  return (
    <AddForm
      adding={adding}
      label={p('act.add')}
      saved_text={p('act.saved', { name: adding.saved })}
      isBusy={isSubmitting}
      onSubmit={save}
    >
      <Field label={p('act.number')}>
        {(ids) => (
          <input
            {...ids}
            {...form.register('number', {
              maxLength: 100,
              onChange: (event: { readonly target: { readonly value: string } }) => {
                if (dirtyFields.code !== true) form.setValue('code', toCode(event.target.value, 60))
              },
            })}
            autoComplete="off"
          />
        )}
      </Field>
      {toInput('title', 300, true)}
      {toInput('issuer', 200, false)}
      <Field label={p('act.issued_on')}>
        {(ids) => <input {...ids} {...form.register('issued_on')} type="date" />}
      </Field>
      <Field label={p('act.code')} hint={p('act.code_hint')} error={errors.code && p('act.code_hint')}>
        {(ids) => (
          <input
            {...ids}
            {...form.register('code', { required: true, pattern: /^[a-z0-9-]{1,60}$/ })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
    </AddForm>
  )
}
