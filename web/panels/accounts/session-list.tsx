/** Where am I signed in, and how do I end it there? */
import { useEffect, useState } from 'react'
import type { ResponseOf } from '../../../core/api/endpoint.ts'
import type { listSessions } from '../../../core/api/accounts.ts'
import { ApiProblem, call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { signOut } from '../../session.ts'
import { useApp } from '../../state/store.ts'
import { toMoment } from '../../i18n/moment.ts'
import { toBrowserName } from './browser-name.ts'

type Sessions = ResponseOf<typeof listSessions>['sessions']

export function SessionList() {
  const { p } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const [sessions, setSessions] = useState<Sessions | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isEnded, setIsEnded] = useState(false)
  const [version, setVersion] = useState(0)
  useEffect(() => {
    call('listSessions').then(({ sessions: fresh }) => setSessions(fresh), note)
  }, [version])
  return (
    <section>
      <h3>{p('account.sessions')}</h3>
      <ul className="sessions">
        {sessions?.map(({ id, user_agent, created_at, last_seen_at, is_this_one }) => (
          <li key={id}>
            <span className="session-browser" title={user_agent ?? undefined}>
              {user_agent === null ? p('account.unknown_browser') : toBrowserName(user_agent)}
            </span>
            <span className="soft">
              {p('account.since', { at: toMoment(created_at), seen: toMoment(last_seen_at) })}
            </span>
            {is_this_one ? (
              <strong>{p('account.this_one')}</strong>
            ) : (
              <button type="button" className="text-button" onClick={() => void end(id)}>
                {p('account.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{isEnded && p('account.ended')}</p>
      {problem !== null && (
        <p className="form-problem" role="alert">
          {toProblemText(problem)}
        </p>
      )}
      <button type="button" className="text-button" onClick={() => void leaveEverywhere().catch(note)}>
        {p('account.everywhere')}
      </button>
    </section>
  )

  function note(error: unknown): void {
    if (!(error instanceof ApiProblem)) throw error
    setProblem(error)
  }

  async function end(id: string): Promise<void> {
    try {
      await call('endSession', { params: { id } })
      setVersion(version + 1)
      setIsEnded(true)
      setProblem(null)
    } catch (error) {
      note(error)
    }
  }
}

async function leaveEverywhere(): Promise<void> {
  await signOut({ everywhere: true })
  useApp.setState({ page: 'map' })
}
