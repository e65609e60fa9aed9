/** Which accounts are there, and what became of the last act on one? */
import { useEffect, useState } from 'react'
import type { UserRecord } from '../../../core/api/accounts.ts'
import type { BodyOf } from '../../../core/api/endpoint.ts'
import type { Endpoints } from '../../../core/api/endpoints.ts'
import { ApiProblem, call } from '../../api.ts'

export interface InitialPassword {
  readonly user: UserRecord
  readonly password: string
}

export type NewUser = BodyOf<Endpoints['createUser']>
export type UserChange = BodyOf<Endpoints['updateUser']>

export interface Users {
  readonly users: readonly UserRecord[] | null
  readonly problem: ApiProblem | null
  /** Shown once: it is nowhere else. */
  readonly initial: InitialPassword | null
  readonly saved: UserRecord | null
  /** Whether it was done; where not, `problem` says why and the list is fresh. */
  readonly create: (user: NewUser) => Promise<boolean>
  readonly update: (user: UserRecord, change: UserChange) => Promise<boolean>
  readonly reset: (user: UserRecord) => Promise<boolean>
}

export function useUsers(): Users {
  const [users, setUsers] = useState<readonly UserRecord[] | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [initial, setInitial] = useState<InitialPassword | null>(null)
  const [saved, setSaved] = useState<UserRecord | null>(null)
  const [reads, setReads] = useState(0)
  useEffect(() => {
    call('listUsers').then(({ users: fresh }) => setUsers(fresh), note)
  }, [reads])
  return {
    users,
    problem,
    initial,
    saved,
    create: (body) => run(async () => toSaved(await call('createUser', { body }))),
    update: ({ id, version }, body) =>
      run(async () => toSaved(await call('updateUser', { params: { id }, version, body }))),
    reset: ({ id }) => run(async () => toSaved(await call('resetPassword', { params: { id }, body: {} }))),
  }

  async function run(work: () => Promise<void>): Promise<boolean> {
    setProblem(null)
    setSaved(null)
    try {
      await work()
      return true
    } catch (error) {
      note(error)
      return false
    } finally {
      setReads((count) => count + 1)
    }
  }

  function toSaved(answer: { readonly user: UserRecord; readonly initial_password?: string | null }): void {
    const { user, initial_password = null } = answer
    setSaved(user)
    if (initial_password !== null) setInitial({ user, password: initial_password })
  }

  function note(error: unknown): void {
    if (!(error instanceof ApiProblem)) throw error
    setProblem(error)
  }
}
