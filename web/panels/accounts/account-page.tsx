/** What is known of me here, my password and my sessions. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { Facts } from '../facts.tsx'
import { PageFrame } from '../page-frame.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionList } from './session-list.tsx'
import { useUnitName } from './use-unit-name.ts'

export function AccountPage() {
  const { p } = usePartWords('accounts')
  const session = useApp((state) => state.session)
  const carriers = useApp((state) => state.province?.carriers)
  const toUnitName = useUnitName()
  if (session === null) return null
  if (session.must_change_password) {
    return (
      <PageFrame title={p('password.forced')} closing="none">
        <p>{p('password.forced_text')}</p>
        <PasswordForm />
      </PageFrame>
    )
  }
  const isDemo = session.demo_accounts.some(({ username }) => username === session.username)
  return (
    <PageFrame title={p('account.title')}>
      <Facts
        facts={[
          [p('account.username'), session.username],
          [p('account.name'), session.display_name],
          [p('account.role'), p(`roles.${session.role}`)],
          [p('account.carrier'), carriers?.find(({ code }) => code === session.carrier_code)?.name ?? null],
          [p('account.units'), session.units.map(toUnitName).join(', ')],
        ]}
      />
      <section>
        <h3>{p('password.title')}</h3>
        {isDemo ? (
          <p className="soft">{p('password.demo')}</p>
        ) : session.sign_in === 'provider' ? (
          <p className="soft">{p('password.provider', { name: session.provider_name ?? '' })}</p>
        ) : (
          <PasswordForm />
        )}
      </section>
      <SessionList />
    </PageFrame>
  )
}
