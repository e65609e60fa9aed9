/** Whose request is it? For what only somebody signed in can ask. */
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../core/errors.ts'
import type { Account } from '../db/users.ts'

export function requireAccount({ account }: FastifyRequest): Account {
  if (account === null) throw new AppError('not_signed_in')
  return account
}
