/** In whose name does a statement run? Role, carrier and units are told to the database for each transaction. */
import { toVietnamDate } from '../../core/dates.ts'
import type { Actor, PublicSites } from '../../core/permissions.ts'
import type { AlertOf, Announce, ChangingDatabase } from './change.ts'
import type { Client, Database, Row, SqlValue } from './database.ts'

/**
 * The application itself, where nobody is signed in yet: sessions, sign-in, the layers' watch. Never reached by what a
 * request asks for.
 */
export const systemActor = {
  role: 'system',
  user_id: null,
  username: 'system',
  carrier_code: null,
  units: [],
} as const

export type ActingRole = Actor['role'] | 'system'
export type DatabaseActor = Omit<Actor, 'role'> & { readonly role: ActingRole }

/** The database as one actor sees it: every statement runs in a transaction that carries who asks. */
export interface ActingDatabase extends Client {
  readonly actor: DatabaseActor
  /** Hears of every change that is made through it. */
  readonly announce?: Announce
  /** Tells whom a change concerns that is made through it. */
  readonly alertOf?: AlertOf
  readonly sign?: NonNullable<ChangingDatabase['sign']>
  /** One snapshot and one commit for all of `work`. */
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T>
}

/** What the policies and views read (migration 0006), and which of the views are meant (0007). */
const setActor = `
select act_as($1::text, $2::text, $3::text, $4::text, $5::text, $6::text) as is_told`

/** @param publicSites null: by the data, of which only a sample shows everything */
export function actAs(db: Database, actor: DatabaseActor, publicSites: PublicSites | null): ActingDatabase {
  const settings: readonly SqlValue[] = [
    actor.role,
    actor.user_id === null ? '' : String(actor.user_id),
    actor.carrier_code ?? '',
    actor.units.map(({ unit_set, code }) => `${unit_set}:${code}`).join(','),
    publicSites ?? '',
  ]
  const transaction = <T>(work: (client: Client) => Promise<T>) =>
    db.transaction(
      async (client) => {
        // Not waited for: it is run before whatever follows, and where it fails nothing that follows runs.
        const told = client.query(setActor, [...settings, toVietnamDate(new Date())])
        const [result] = await Promise.all([work(client), told])
        return result
      },
      { planned: actor.role },
    )
  return {
    actor,
    transaction,
    query: <R extends Row>(sql: string, params?: readonly SqlValue[]) =>
      transaction((client) => client.query<R>(sql, params)),
    run: (script) => transaction((client) => client.run(script)),
  }
}

/**
 * Part of an actor's transaction that the application does for them: a password, the end of sessions. The actor's own rights
 * have let them come this far.
 */
export async function withSystem<T>(
  client: Client,
  actor: DatabaseActor,
  work: () => Promise<T>,
): Promise<T> {
  await client.query(`select set_config('app.role', 'system', true) as role`)
  const result = await work()
  await client.query(`select set_config('app.role', $1::text, true) as role`, [actor.role])
  return result
}
