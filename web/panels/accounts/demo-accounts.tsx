/** Whose eyes may one borrow while trying the sample? */
import { useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { signIn } from '../../session.ts'
import { useApp } from '../../state/store.ts'

export function DemoAccounts({ onDone }: { readonly onDone: () => void }) {
  const { p } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const accounts = useApp((state) => state.session?.demo_accounts)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  if (accounts === undefined || accounts.length === 0) return null
  return (
    <section className="demo-accounts">
      <h3>{p('sign_in.demo')}</h3>
      <p className="note">{p('sign_in.demo_text')}</p>
      <ul>
        {accounts.map(({ username, display_name, role }) => (
          <li key={username}>
            <button type="button" disabled={isBusy} onClick={() => void enter(username)}>
              <strong>{display_name}</strong> <span className="soft">{p(`roles.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className="form-problem" role="alert">
          {toProblemText(problem)}
        </p>
      )}
    </section>
  )

  async function enter(username: string): Promise<void> {
    setIsBusy(true)
    try {
      await signIn({ username })
      onDone()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    } finally {
      setIsBusy(false)
    }
  }
}
