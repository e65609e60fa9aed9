/** May accounts that need no password exist here? Only where everything is made up and nobody else can come in. */
import type { Config } from '../config.ts'
import { actAs, systemActor } from '../db/act-as.ts'
import { isSampleData } from '../db/data-state.ts'
import type { Database } from '../db/database.ts'
import { listDemoAccounts } from '../db/users.ts'
import { createDemoAccounts } from '../db/demo-accounts.ts'

/** Why the server does not start. */
export class DemoAccountsError extends Error {
  readonly problem: 'demoOnRealData' | 'demoReachable'
  readonly usernames: readonly string[]

  constructor(problem: DemoAccountsError['problem'], usernames: readonly string[]) {
    super(`${problem}: ${usernames.join(', ')}`)
    this.name = 'DemoAccountsError'
    this.problem = problem
    this.usernames = usernames
  }
}

type Reach = Pick<Config, 'host' | 'trustProxy' | 'publicUrl'>

/**
 * Makes the demo accounts of an embedded sample in which nobody has an account yet.
 *
 * @throws DemoAccountsError where there are enabled ones and others could use them
 */
export async function prepareDemoAccounts(db: Database, config: Config): Promise<void> {
  const system = actAs(db, systemActor, config.publicSites)
  const isSample = await isSampleData(system)
  const isClosed = isForThisMachineOnly(config)
  if (db.driver === 'embedded' && isSample && isClosed && config.oidc === null) await createDemoAccounts(db)
  const enabled = (await listDemoAccounts(system)).map(({ username }) => username)
  if (enabled.length === 0) return
  if (!isSample) throw new DemoAccountsError('demoOnRealData', enabled)
  if (!isClosed) throw new DemoAccountsError('demoReachable', enabled)
}

/** A proxy in front brings in others, though we listen on loopback. */
export function isForThisMachineOnly({ host, trustProxy, publicUrl }: Reach): boolean {
  const isBehindProxy =
    trustProxy.length > 0 || (publicUrl !== null && !isLoopback(new URL(publicUrl).hostname))
  return isLoopback(host) && !isBehindProxy
}

function isLoopback(host: string): boolean {
  return ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host)
}
