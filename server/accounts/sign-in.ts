/** May this person come in? One answer for a wrong name and a wrong password, and a growing wait for whoever guesses. */
import { AppError } from '../../core/errors.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { addAttempt, forgetAttempt, getWait } from '../db/sign-in-failures.ts'
import { findAccount, findPasswordHash, type Account } from '../db/users.ts'
import { isPassword } from './passwords.ts'

export interface SignInAttempt {
  readonly username: string
  readonly password: string
  /** Of the client. */
  readonly address: string
}

/**
 * The account, or `sign_in_failed`, or `sign_in_delayed`. Waits are counted for the name together with the address, so that
 * nobody can lock another out from elsewhere, and for the address alone, so that many names are not tried from one.
 */
export async function signIn(system: ActingDatabase, attempt: SignInAttempt): Promise<Account> {
  const username = attempt.username.trim().toLowerCase().normalize('NFC')
  const keys = { name: `name:${username}@${attempt.address}`, address: `address:${attempt.address}` }
  await requireAttempt(system, [keys.name, keys.address])
  const account = await findAccount(system, username)
  const hash = account === null ? null : await findPasswordHash(system, account.id)
  const isRight = await isPassword(attempt.password, hash)
  if (!isRight || account === null || account.is_disabled) {
    throw new AppError('sign_in_failed')
  }
  await system.transaction((client) => forgetAttempt(client, keys))
  return account
}

async function requireAttempt(system: ActingDatabase, keys: readonly string[]): Promise<void> {
  await system.transaction(async (client) => {
    if (await addAttempt(client, keys)) return
    throw new AppError('sign_in_delayed', { retry_after_s: Math.max(1, await getWait(client, keys)) })
  })
}
