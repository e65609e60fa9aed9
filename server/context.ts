/** What do routes need to answer? */
import type { Actor, PublicSites } from '../core/permissions.ts'
import type { Provider } from './accounts/provider.ts'
import type { Config } from './config.ts'
import type { ActingDatabase } from './db/act-as.ts'
import type { Database } from './db/database.ts'
import type { ChangeFeed } from './events/change-feed.ts'
import type { Bodies } from './layers/bodies.ts'
import type { BuildLimit } from './layers/build-limit.ts'

export interface Context {
  readonly config: Config
  /** As the application connects; what a request asks for goes through `as`. */
  readonly db: Database
  /** The database as the actor sees it. */
  readonly as: (actor: Actor) => ActingDatabase
  /** The application itself: sessions and accounts, never what a request asks for. */
  readonly system: ActingDatabase
  /** What visitors see of sites now: it may follow from the data. */
  readonly getPublicSites: () => Promise<PublicSites>
  readonly bodies: Bodies
  /** What has changed, whoever changed it. */
  readonly feed: ChangeFeed
  readonly limit: BuildLimit
  /** Where people sign in instead of here; null: with passwords. */
  readonly provider: Provider | null
}
