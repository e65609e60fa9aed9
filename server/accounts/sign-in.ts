/** May this person come in? One answer for a wrong name and a wrong password, and a growing wait for whoever guesses. */
import { AppError } from '../../core/errors.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { findAccount, findPasswordHash, type Account } from '../db/users.ts'
import { beginAttempt, type Attempt } from './attempts.ts'
import { isPassword } from './passwords.ts'

export interface SignInAttempt extends Attempt {
  readonly password: string
}

/** @throws AppError `sign_in_failed`, `sign_in_delayed` */
export async function signIn(system: ActingDatabase, attempt: SignInAttempt): Promise<Account> {
  const username = attempt.username.trim().toLowerCase().normalize('NFC')
  const { succeed } = await beginAttempt(system, { username, address: attempt.address })
  const account = await findAccount(system, username)
  const hash = account === null ? null : await findPasswordHash(system, account.id)
  const isRight = await isPassword(attempt.password, hash)
  if (!isRight || account === null || account.is_disabled) throw new AppError('sign_in_failed')
  await succeed(account.id)
  return account
}
