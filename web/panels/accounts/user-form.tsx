/** What an account is: whose, in which role, bound to which carrier or units. */
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import type { UserRecord } from '../../../core/api/accounts.ts'
import { accountRoles, type AccountRole, type UnitRef } from '../../../core/permissions.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { Field } from './field.tsx'
import { UnitChoice } from './unit-choice.tsx'
import type { NewUser } from './use-users.ts'

interface UserFormProps {
  /** Null for a new one. */
  readonly user: UserRecord | null
  readonly onSave: (fields: NewUser) => Promise<void>
  readonly onCancel: () => void
}

interface Fields {
  readonly username: string
  readonly display_name: string
  readonly role: AccountRole
  readonly carrier_code: string
  readonly units: readonly UnitRef[]
  readonly subject: string
}

export function UserForm({ user, onSave, onCancel }: UserFormProps) {
  const { p } = usePartWords('accounts')
  const provider = useApp((state) =>
    state.session?.sign_in === 'provider' ? state.session.provider_name : null,
  )
  const form = useForm<Fields>({
    defaultValues: {
      username: user?.username ?? '',
      display_name: user?.display_name ?? '',
      role: user?.role ?? 'viewer',
      carrier_code: user?.carrier_code ?? '',
      units: user?.units ?? [],
      subject: '',
    },
  })
  const { errors, isSubmitting } = form.formState
  const toNeeded = (field: string) => p('sign_in.needed', { field })
  return (
    <form className="form" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <h3>{user === null ? p('users.add') : p('users.edit', { name: user.username })}</h3>
      {user === null && <UsernameField form={form} />}
      <Field label={p('users.name')} error={errors.display_name && toNeeded(p('users.name'))}>
        {(ids) => (
          <input
            {...ids}
            {...form.register('display_name', { required: true, maxLength: 100 })}
            autoComplete="off"
          />
        )}
      </Field>
      <RoleFields form={form} />
      {user === null && provider !== null && (
        <Field label={p('users.subject', { name: provider })}>
          {(ids) => <input {...ids} {...form.register('subject')} autoComplete="off" spellCheck={false} />}
        </Field>
      )}
      <div className="row-actions">
        <button type="submit" className="main-button" disabled={isSubmitting}>
          {p('users.save')}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {p('users.cancel')}
        </button>
      </div>
    </form>
  )

  /** A role without carrier or units loses those of the one before. */
  function save({
    username,
    display_name,
    role: chosen,
    carrier_code,
    units: area,
    subject,
  }: Fields): Promise<void> {
    return onSave({
      username,
      display_name: display_name.trim(),
      role: chosen,
      carrier_code: chosen === 'carrier' ? carrier_code : null,
      units: chosen === 'local' ? [...area] : [],
      ...(subject.trim() === '' ? {} : { subject: subject.trim() }),
    })
  }
}

function UsernameField({ form }: { readonly form: UseFormReturn<Fields> }) {
  const { p } = usePartWords('accounts')
  return (
    <Field
      label={p('users.username')}
      hint={p('users.username_hint')}
      error={form.formState.errors.username && p('users.username_hint')}
    >
      {(ids) => (
        <input
          {...ids}
          {...form.register('username', { pattern: /^[a-z0-9][a-z0-9._-]{1,39}$/, required: true })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
    </Field>
  )
}

/** The role, and what an account of it is bound to. */
function RoleFields({ form }: { readonly form: UseFormReturn<Fields> }) {
  const { p } = usePartWords('accounts')
  const carriers = useApp((state) => state.province?.carriers)
  const [role, units] = useWatch({ control: form.control, name: ['role', 'units'] })
  const { errors } = form.formState
  return (
    <>
      <Field label={p('users.role')}>
        {(ids) => (
          <select {...ids} {...form.register('role')}>
            {accountRoles.map((name) => (
              <option key={name} value={name}>
                {p(`roles.${name}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {role === 'carrier' && (
        <Field
          label={p('users.carrier')}
          error={errors.carrier_code && p('sign_in.needed', { field: p('users.carrier') })}
        >
          {(ids) => (
            <select {...ids} {...form.register('carrier_code', { required: true })}>
              <option value="" />
              {carriers?.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {role === 'local' && <UnitChoice units={units} onChange={(chosen) => form.setValue('units', chosen)} />}
    </>
  )
}
