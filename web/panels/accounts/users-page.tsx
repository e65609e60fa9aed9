/** Who has an account? For administrators. */
import { useState } from 'react'
import type { UserRecord } from '../../../core/api/accounts.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { PageFrame } from '../page-frame.tsx'
import { InitialPasswordNote } from './initial-password-note.tsx'
import { UserForm } from './user-form.tsx'
import { useUsers } from './use-users.ts'
import { UsersTable } from './users-table.tsx'

type Editing =
  { readonly type: 'none' } | { readonly type: 'new' } | { readonly type: 'user'; readonly user: UserRecord }

export function UsersPage() {
  const { p, formats } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const kept = useUsers()
  const [editing, setEditing] = useState<Editing>({ type: 'none' })
  const { users, problem, initial, saved } = kept
  const stop = () => setEditing({ type: 'none' })
  return (
    <PageFrame title={p('users.title')}>
      <div className="row-actions">
        <button type="button" className="text-button" onClick={() => setEditing({ type: 'new' })}>
          + {p('users.add')}
        </button>
        {users !== null && (
          <span className="soft">
            {p('users.count', { count: users.length, n: formats.integer(users.length) })}
          </span>
        )}
      </div>
      <p className="form-problem" role="alert">
        {problem !== null &&
          (problem.code === 'version_conflict'
            ? p('users.conflict')
            : p('users.failed', { reason: toProblemText(problem) }))}
      </p>
      <p role="status">{saved !== null && p('users.saved', { name: saved.display_name })}</p>
      {initial !== null && <InitialPasswordNote key={initial.password} initial={initial} />}
      {editing.type === 'new' && (
        <UserForm
          user={null}
          onCancel={stop}
          onSave={async (fields) => {
            if (await kept.create(fields)) stop()
          }}
        />
      )}
      {editing.type === 'user' && (
        <UserForm
          key={editing.user.id}
          user={editing.user}
          onCancel={stop}
          onSave={async ({ username: _username, subject: _subject, ...change }) => {
            if (await kept.update(editing.user, change)) stop()
          }}
        />
      )}
      {users !== null && (
        <UsersTable
          users={users}
          onEdit={(user) => setEditing({ type: 'user', user })}
          onToggle={(user) => void kept.update(user, { is_disabled: !user.is_disabled })}
          onReset={(user) => void kept.reset(user)}
        />
      )}
    </PageFrame>
  )
}
