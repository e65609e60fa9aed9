/** Is this the account's password, and may that become one? */
import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../../core/errors.ts'

/** Argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const leastPasswordLength = 10

/** One person's keyboards may compose the same letters in different ways (RFC 8265). */
function toComparable(password: string): string {
  return password.normalize('NFKC')
}

export function hashPassword(password: string): Promise<string> {
  return hash(toComparable(password), parameters)
}

let nobody: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Without a hash (nobody has that name) the same work is done for the same answer,
 * so that neither tells whether the name exists.
 */
export async function isPassword(password: string, known: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const matches = await verify(known ?? (await nobody), toComparable(password))
  return matches && known !== null
}

/** What is tried first by whoever guesses. */
const common = [
  '1234567890',
  '0123456789',
  'qwertyuiop',
  'password12',
  'matkhau123',
  'anhyeuem12',
  'dienbien12',
]

/** Length is what counts; rules about kinds of characters only make passwords that are written on paper. */
export function requireFitPassword(password: string, username: string): void {
  const text = toComparable(password).toLowerCase()
  const letters = [...text]
  if (letters.length < leastPasswordLength) {
    throw new AppError('password_unfit', { field: 'next', expected: 'length', least: leastPasswordLength })
  }
  if (text.includes(username.toLowerCase()) || username.toLowerCase().includes(text)) {
    throw new AppError('password_unfit', { field: 'next', expected: 'not_the_username' })
  }
  const isCommon = common.some((word) => text.startsWith(word)) || new Set(letters).size < 4
  if (isCommon) throw new AppError('password_unfit', { field: 'next', expected: 'not_common' })
}
