/** May somebody try a password now? Whoever guesses waits longer and longer. */
import { AppError } from '../../core/errors.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { isKnownNetwork, noteNetwork } from '../db/known-networks.ts'
import { addAttempt, forgetAttempt, getWait, type AttemptKey } from '../db/sign-in-failures.ts'
import { toNetwork } from './to-network.ts'

/** Mistakes that are anybody's, and a wait that is long enough for whoever has made more. */
const guesser = { free: 5, longest_s: 900 } as const
/** Of one name from everywhere: others' guesses must not keep its owner out for longer than a minute at a time. */
const everywhere = { free: 20, longest_s: 60 } as const

export interface Attempt {
  readonly username: string
  /** Of the client. */
  readonly address: string
}

/**
 * Counted for the name together with the network, so that nobody locks another out from elsewhere; for the network, so that
 * many names are not tried from one; and for the name from all networks but those that its owner has come in from before, so
 * that one name is not tried from many. The last wait is short, and where the owner is known it is none.
 *
 * @throws AppError `sign_in_delayed`
 */
export async function beginAttempt(
  system: ActingDatabase,
  { username, address }: Attempt,
): Promise<{ readonly succeed: (user_id: number) => Promise<void> }> {
  const network = toNetwork(address)
  const ofBoth = { key: `name:${username}@${network}`, ...guesser }
  const ofNetwork = { key: `address:${network}`, ...guesser }
  const isKnown = await isKnownNetwork(system, username, network)
  const others = isKnown ? [ofNetwork] : [ofNetwork, { key: `name:${username}`, ...everywhere }]
  await requireAttempt(system, [ofBoth, ...others])
  return {
    succeed: (user_id) =>
      system.transaction(async (client) => {
        await forgetAttempt(client, { forgiven: [ofBoth], others })
        await noteNetwork(client, user_id, network)
      }),
  }
}

/** Of somebody who is signed in and says the present password, which a stranger at the same machine would guess. */
export async function beginConfirmation(
  system: ActingDatabase,
  user_id: number,
): Promise<{ readonly succeed: () => Promise<void> }> {
  const keys = [{ key: `password:${user_id}`, ...guesser }]
  await requireAttempt(system, keys)
  return {
    succeed: () => system.transaction((client) => forgetAttempt(client, { forgiven: keys, others: [] })),
  }
}

async function requireAttempt(system: ActingDatabase, keys: readonly AttemptKey[]): Promise<void> {
  await system.transaction(async (client) => {
    if (await addAttempt(client, keys)) return
    throw new AppError('sign_in_delayed', { retry_after_s: Math.max(1, await getWait(client, keys)) })
  })
}
