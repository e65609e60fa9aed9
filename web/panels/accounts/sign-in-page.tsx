/** How does one get in? By name and password, by the provider, or by one click in the sample. */
import { providerPaths } from '../../../core/api/paths.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { Role } from '../../../core/permissions.ts'
import type { PageName } from '../../state/page-slice.ts'
import { getRole, isSignedIn } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'

const firstPages: Readonly<Partial<Record<Role, PageName>>> = { local: 'worklist', carrier: 'assigned' }

/** Back to where one was: the address holds it. A page that asked for somebody opens by itself; an UBND and a carrier begin with their work. */
function leaveSignIn(): void {
  const state = useApp.getState()
  if (state.page === 'sign-in') useApp.setState({ page: firstPages[getRole(state)] ?? 'map' })
}

export function SignInPage() {
  const { t, p } = usePartWords('accounts')
  const session = useApp((state) => state.session)
  const isIn = useApp(isSignedIn)
  const hasProblem = useApp((state) => state.sign_in_problem !== null)
  if (session === null) return null
  return (
    <PageFrame title={p('sign_in.title')}>
      <ProviderProblem />
      {isIn && !hasProblem && <p className="note">{t('errors.not_allowed')}</p>}
      {session.sign_in === 'provider' ? (
        <ProviderButton name={session.provider_name ?? ''} />
      ) : (
        <SignInForm onDone={leaveSignIn} />
      )}
      <DemoAccounts onDone={leaveSignIn} />
    </PageFrame>
  )
}

/** Those that have words of their own here; whatever else an address may say is the provider's failure. */
const problemNames = ['provider_failed', 'not_allowed', 'value_invalid', 'too_busy'] as const

/** Why one comes back from the provider and is not in. */
function ProviderProblem() {
  const { p } = usePartWords('accounts')
  const problem = useApp((state) => state.sign_in_problem)
  const name = useApp((state) => state.session?.provider_name)
  if (problem === null) return null
  const known = problemNames.find((code) => code === problem) ?? 'provider_failed'
  return (
    <p className="form-problem" role="alert">
      {p(`sign_in.problems.${known}`, { name: name ?? p('sign_in.problems.provider') })}
    </p>
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
