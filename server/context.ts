/** What do routes need to answer? */
import type { Config } from './config.ts'
import type { Audience } from './db/audience.ts'
import type { Database } from './db/database.ts'
import type { Bodies } from './layers/bodies.ts'
import type { BuildLimit } from './layers/build-limit.ts'

export interface Context {
  readonly config: Config
  readonly db: Database
  readonly bodies: Bodies
  readonly limit: BuildLimit
  /** Everybody, until people can sign in. */
  readonly audience: Audience
}
