/** A carrier is added by hand: its name, and how the map marks it. */
import { useForm } from 'react-hook-form'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { Field } from '../accounts/field.tsx'
import { AddForm } from './add-form.tsx'
import { toCode } from './to-code.ts'
import { toFreeLetter } from './to-free-letter.ts'
import { useAdding } from './use-adding.ts'

/** Told apart also by whoever does not see red and green apart (Okabe and Ito, Tol). */
const colors = ['#d55e00', '#0072b2', '#009e73', '#aa3377', '#997700', '#332288', '#7a8587'] as const

interface Fields {
  readonly name: string
  readonly code: string
  readonly letter: string
  readonly color: string
}

export function AddCarrier({ onSaved }: { readonly onSaved: () => void }) {
  const { p } = usePartWords('start_real')
  const carriers = useApp((state) => state.province?.carriers) ?? []
  const adding = useAdding(onSaved)
  const color = colors.find((one) => carriers.every((carrier) => carrier.color !== one)) ?? colors[0]
  const taken = carriers.map((carrier) => carrier.letter)
  const form = useForm<Fields>({ values: { name: '', code: '', letter: '', color } })
  const { errors, isSubmitting, dirtyFields } = form.formState
  const suggest = (name: string) => {
    if (dirtyFields.code !== true) form.setValue('code', toCode(name, 40))
    if (dirtyFields.letter !== true) form.setValue('letter', toFreeLetter(name, taken))
  }
  const save = form.handleSubmit(({ name, code, letter, color: chosen }) =>
    adding.add(name, () =>
      call('createCarrier', { body: { name: name.trim(), code, letter, color: chosen } }),
    ),
  )
  return (
    <>
      {carriers.length > 0 && (
        <p>{p('carrier.there', { list: carriers.map(({ name }) => name).join(', ') })}</p>
      )}
      <AddForm
        adding={adding}
        label={p('carrier.add')}
        saved_text={p('carrier.saved', { name: adding.saved })}
        isBusy={isSubmitting}
        onSubmit={save}
      >
        <Field label={p('carrier.name')} error={errors.name && p('needed', { field: p('carrier.name') })}>
          {(ids) => (
            <input
              {...ids}
              {...form.register('name', {
                required: true,
                maxLength: 100,
                onChange: (event: { readonly target: { readonly value: string } }) =>
                  suggest(event.target.value),
              })}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          label={p('carrier.code')}
          hint={p('carrier.code_hint')}
          error={errors.code && p('carrier.code_hint')}
        >
          {(ids) => (
            <input
              {...ids}
              {...form.register('code', { required: true, pattern: /^[a-z0-9-]{1,40}$/ })}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field
          label={p('carrier.letter')}
          hint={p('carrier.letter_hint')}
          error={errors.letter && p('carrier.letter_hint')}
        >
          {(ids) => (
            <input
              {...ids}
              {...form.register('letter', {
                validate: (typed) => /^\p{L}$|^\p{N}$/u.test(typed.normalize('NFC')),
              })}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={p('carrier.color')}>
          {(ids) => <input {...ids} {...form.register('color')} type="color" />}
        </Field>
      </AddForm>
    </>
  )
}
