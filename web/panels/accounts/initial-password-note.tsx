/** The password that an account begins with, to be handed over: it is shown once. */
import { useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { InitialPassword } from './use-users.ts'

export function InitialPasswordNote({ initial }: { readonly initial: InitialPassword }) {
  const { p } = usePartWords('accounts')
  const [isCopied, setIsCopied] = useState(false)
  return (
    <section className="initial-password" role="status">
      <h3>{p('users.initial', { name: initial.user.username })}</h3>
      <code translate="no">{initial.password}</code>
      <p className="note">{p('users.initial_text')}</p>
      <button
        type="button"
        className="text-button"
        onClick={() => void navigator.clipboard.writeText(initial.password).then(() => setIsCopied(true))}
      >
        {isCopied ? p('users.copied') : p('users.copy')}
      </button>
    </section>
  )
}
