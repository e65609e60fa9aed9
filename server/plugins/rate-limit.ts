/** How often may one network try to come in? Beside the waits that failures cause: hashing costs work even where it fails. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { paths, providerPaths } from '../../core/api/paths.ts'
import { AppError } from '../../core/errors.ts'
import { toNetwork } from '../accounts/to-network.ts'

const limited: ReadonlySet<string> = new Set([
  paths.signIn,
  paths.changePassword,
  ...Object.values(providerPaths),
])
const attemptsPerMinute = 60
/** Open to anybody, and heavy. */
const conversionsPerMinute = 12

/** Before the routes are added. */
export async function addRateLimit(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    const isConversion = route.url === paths.convertCommunes
    if (!limited.has(route.url) && !isConversion) return
    const max = isConversion ? conversionsPerMinute : attemptsPerMinute
    route.config = { ...route.config, rateLimit: { max, timeWindow: 60_000 } }
  })
  await app.register(rateLimit, {
    global: false,
    keyGenerator: ({ ip }) => toNetwork(ip),
    errorResponseBuilder: ({ routeOptions }, { ttl }) =>
      new AppError(routeOptions.url === paths.convertCommunes ? 'too_busy' : 'sign_in_delayed', {
        retry_after_s: Math.ceil(ttl / 1000),
      }),
  })
}
