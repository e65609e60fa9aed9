/** The session has ended: come back without losing what is on screen, or go on as a visitor. */
import '../../styles/pages.css'
import { useEffect, useRef } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { goOnAsVisitor, signIn } from '../../session.ts'
import { useApp } from '../../state/store.ts'
import { SignInForm } from './sign-in-form.tsx'
import { ProviderButton } from './sign-in-page.tsx'

export function RenewalDialog() {
  const { p } = usePartWords('accounts')
  const session = useApp((state) => state.session)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  if (session === null) return null
  const username = session.username ?? ''
  const name = session.display_name ?? username
  const isDemo = session.demo_accounts.some((account) => account.username === username)
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="renewal-title"
      onCancel={(event) => event.preventDefault()}
    >
      <div className="dialog-body">
        <h2 id="renewal-title">{p('renewal.title')}</h2>
        <p>{p('renewal.text', { name })}</p>
        {isDemo && (
          <button type="button" className="main-button" onClick={() => void signIn({ username })}>
            {p('renewal.again', { name })}
          </button>
        )}
        {session.sign_in === 'provider' ? (
          <ProviderButton name={session.provider_name ?? ''} />
        ) : (
          <SignInForm expected={{ username, name }} onDone={() => undefined} />
        )}
        <button type="button" className="text-button" onClick={() => void goOnAsVisitor()}>
          {p('renewal.give_up')}
        </button>
      </div>
    </dialog>
  )
}
