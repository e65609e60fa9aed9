/** Which account does somebody have whom the provider knows? It is made at the first sign-in and follows the provider from then on. */
import { unitSets } from '../../core/coverage/question.ts'
import { AppError } from '../../core/errors.ts'
import type { AccountRole, UnitRef } from '../../core/permissions.ts'
import { toSearchText } from '../../core/text.ts'
import type { OidcConfig } from '../config.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { change } from '../db/change.ts'
import type { Client } from '../db/database.ts'
import { endSessionsOf } from '../db/sessions.ts'
import { findAccount, findAccountOfProvider, type Account } from '../db/users.ts'
import { createUser, updateUser, type UserChanges } from '../db/write-users.ts'
import type { Identity } from './provider.ts'

/**
 * The account as the provider's claims have it now. Who has lost every role there is refused, and what they had open ends;
 * who is disabled here stays so.
 *
 * @throws AppError `not_allowed`; `value_invalid` for a carrier or unit that is not there
 */
export async function signInByProvider(
  system: ActingDatabase,
  config: OidcConfig,
  identity: Identity,
): Promise<Account> {
  const { issuer, subject, claims } = identity
  const known = await findAccountOfProvider(system, { issuer, subject })
  const role = findRole(config, claims)
  if (role === null || known?.is_disabled === true) {
    if (known !== null) await endSessionsOf(system, known.id)
    throw new AppError('not_allowed', { role: null })
  }
  const claimed = { role, ...toBinding(role, claims), ...toName(claims) }
  if (known === null) return createAccount(system, identity, claimed)
  const differs = Object.entries(claimed).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof Account]),
  )
  if (!differs) return known
  return change(system, async (client) => {
    const { entries } = await updateUser(client, { id: known.id, version: known.version, changes: claimed })
    // What was opened with other rights ends.
    await endSessionsOf(client, known.id)
    return { result: await requireAccountOf(client, identity), entries }
  })
}

async function createAccount(
  system: ActingDatabase,
  identity: Identity,
  claimed: UserChanges & { readonly role: AccountRole },
): Promise<Account> {
  return change(system, async (client) => {
    const username = await findFreeName(client, identity)
    const { issuer, subject } = identity
    const { entries } = await createUser(client, {
      display_name: username,
      ...claimed,
      username,
      identity: { issuer, subject },
    })
    return { result: await requireAccountOf(client, identity), entries }
  })
}

async function requireAccountOf(client: Client, { issuer, subject }: Identity): Promise<Account> {
  const account = await findAccountOfProvider(client, { issuer, subject })
  if (account === null) throw new Error('The account that was just written is not there')
  return account
}

/** The first role of the configuration whose value the claim holds, as itself or in a list. */
function findRole({ roleClaim, roles }: OidcConfig, claims: Identity['claims']): AccountRole | null {
  const held = toTexts(readClaim(claims, roleClaim))
  return roles.find(({ claimed }) => held.includes(claimed))?.role ?? null
}

/** A claim by its name, or by a path of names: `realm_access.roles`. */
function readClaim(claims: Identity['claims'], name: string): unknown {
  if (name in claims) return claims[name]
  return name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      claims,
    )
}

function toTexts(claim: unknown): string[] {
  return (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string')
}

/** Of the claims `carrier` and `units` (`district:103`); what they do not say, an administrator sets here. */
function toBinding(
  role: AccountRole,
  { carrier, units }: Identity['claims'],
): Pick<UserChanges, 'carrier_code' | 'units'> {
  if (role === 'carrier' && typeof carrier === 'string') return { carrier_code: carrier }
  // In the order in which accounts keep them.
  const named = toTexts(units).toSorted().map(toUnitRef)
  return role === 'local' && named.length > 0 ? { units: named } : {}
}

function toUnitRef(text: string): UnitRef {
  const [name, code = ''] = text.split(':')
  const unit_set = unitSets.find((set) => set === name)
  if (unit_set === undefined)
    throw new AppError('value_invalid', { field: 'units', value: text.slice(0, 100) })
  return { unit_set, code }
}

function toName({ name }: Identity['claims']): Pick<UserChanges, 'display_name'> {
  const text = typeof name === 'string' ? name.normalize('NFC').trim().slice(0, 100) : ''
  return text === '' ? {} : { display_name: text }
}

/** A name that nobody has here: an account with a password is never taken over, whatever the provider calls somebody. */
async function findFreeName(client: Client, { subject, claims }: Identity): Promise<string> {
  const [wish = ''] = [claims['preferred_username'], claims['email'], subject].flatMap(toTexts)
  const base = toSearchText(wish.split('@')[0] ?? '')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
    .slice(0, 34)
  const stem = base.length < 2 ? `user.${base}`.replace(/\.$/, '') : base
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}-${number}`
    if ((await findAccount(client, name)) === null) return name
  }
}
