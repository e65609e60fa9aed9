/** How does one get in? By name and password, by the provider, or by one click in the sample. */
import { providerPaths } from '../../../core/api/paths.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { isSignedIn } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Back to where one was: the address holds it. A page that asked for somebody opens by itself. */
function leaveSignIn(): void {
  if (useApp.getState().page === 'sign-in') useApp.setState({ page: 'map' })
}

export function SignInPage() {
  const { t, p } = usePartWords('accounts')
  const session = useApp((state) => state.session)
  const isIn = useApp(isSignedIn)
  if (session === null) return null
  return (
    <PageFrame title={p('sign_in.title')}>
      {isIn && <p className="note">{t('errors.not_allowed')}</p>}
      {session.sign_in === 'provider' ? (
        <ProviderButton name={session.provider_name ?? ''} />
      ) : (
        <SignInForm onDone={leaveSignIn} />
      )}
      <DemoAccounts onDone={leaveSignIn} />
    </PageFrame>
  )
}

export function ProviderButton({ name }: { readonly name: string }) {
  const { p } = usePartWords('accounts')
  return (
    <div className="form">
      <p className="note">{p('sign_in.provider_text', { name })}</p>
      <a className="main-button" href={providerPaths.start}>
        {p('sign_in.provider', { name })}
      </a>
    </div>
  )
}
