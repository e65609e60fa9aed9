/** Which parts make the server? Registers them, nothing else. */
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { anonymous } from '../core/permissions.ts'
import { createProvider } from './accounts/provider.ts'
import { addAlertClock } from './alerts/alert-clock.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { actAs, systemActor, type ActingDatabase, type DatabaseActor } from './db/act-as.ts'
import { alertOfSteps } from './db/alert-of-steps.ts'
import type { Announce } from './db/change.ts'
import type { Database } from './db/database.ts'
import { getPublicSites } from './db/public-sites.ts'
import { createChangeFeed } from './events/change-feed.ts'
import { createBodies } from './layers/bodies.ts'
import { createBuildLimit } from './layers/build-limit.ts'
import { keepBodiesFresh } from './layers/keep-bodies-fresh.ts'
import { answerClientError } from './plugins/client-errors.ts'
import { addCsrf } from './plugins/csrf.ts'
import { addDocs } from './plugins/docs.ts'
import { addErrors, sendError } from './plugins/errors.ts'
import { addMetrics } from './plugins/metrics.ts'
import { addRateLimit } from './plugins/rate-limit.ts'
import { addRequests, createRequestId } from './plugins/requests.ts'
import { addSessions } from './plugins/sessions.ts'
import { addSecurity } from './plugins/security.ts'
import { addValidation } from './plugins/validation.ts'
import { addWeb } from './plugins/web.ts'
import { addAlerts } from './routes/alerts.ts'
import { addAssignments } from './routes/assignments.ts'
import { addAudit } from './routes/audit.ts'
import { addChallenges } from './routes/challenges.ts'
import { addConvertCommunes } from './routes/convert-communes.ts'
import { addCoverage } from './routes/coverage.ts'
import { addDuePapers } from './routes/due-papers.ts'
import { addEvents } from './routes/events.ts'
import { addFiles } from './routes/files.ts'
import { addImplausible } from './routes/implausible.ts'
import { addLayers } from './routes/layers.ts'
import { addMastKinds } from './routes/mast-kinds.ts'
import { addPlans } from './routes/plans.ts'
import { addImports } from './routes/imports.ts'
import { addOperations } from './routes/operations.ts'
import { addProposals } from './routes/proposals.ts'
import { addProvider } from './routes/provider.ts'
import { addProvince } from './routes/province.ts'
import { addRecords } from './routes/records.ts'
import { addSession } from './routes/session.ts'
import { addUploads } from './routes/uploads.ts'
import { addUsers } from './routes/users.ts'
import { addSearch } from './routes/search.ts'
import { addSiteEdits } from './routes/site-edits.ts'
import { addSpeedResults } from './routes/speed-results.ts'
import { addStartReal } from './routes/start-real.ts'
import { addStatements } from './routes/statements.ts'
import { addVillageEdits } from './routes/village-edits.ts'

export interface AppParts {
  readonly config: Config
  readonly db: Database
  /** Folder of the built page; that of the project by default. */
  readonly webDir?: string
  /** Where log lines go; standard output by default. */
  readonly log?: { readonly write: (line: string) => void }
}

const readers = [
  addProvince,
  addLayers,
  addCoverage,
  addRecords,
  addSearch,
  addImplausible,
  addSpeedResults,
  addEvents,
  addOperations,
]
const writers = [
  addAlerts,
  addAssignments,
  addChallenges,
  addDuePapers,
  addFiles,
  addUploads,
  addSession,
  addProvider,
  addUsers,
  addSiteEdits,
  addMastKinds,
  addPlans,
  addProposals,
  addAudit,
  addVillageEdits,
  addStatements,
  addImports,
  addStartReal,
  addConvertCommunes,
]

const builtWeb = fileURLToPath(new URL('../dist/web', import.meta.url))

/** The application, ready to listen or to be asked by `inject`. Closing it leaves the database open. */
export async function buildApp({ config, db, webDir = builtWeb, log }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.logLevel, ...(log === undefined ? {} : { stream: log }) },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: createRequestId,
    // So that what is too long is refused by the schema that says how long it may be, whatever the router thinks of it.
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
    clientErrorHandler: answerClientError,
    // Who comes over which protocol, a proxy may say whom we were told to believe.
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
  })
  const feed = createChangeFeed(actAs(db, systemActor, config.publicSites))
  // Whoever changes something and looks again sees it.
  const announce: Announce = (nouns) => {
    bodies.forget(nouns)
    feed.lookSoon()
  }
  const as = (actor: DatabaseActor): ActingDatabase => ({
    ...actAs(db, actor, config.publicSites),
    announce,
    alertOf: (client, entries) => alertOfSteps(client, actor, entries),
  })
  const bodies = createBodies({ as, basemapStyleUrl: config.basemapStyleUrl })
  const context: Context = {
    config,
    db,
    bodies,
    feed,
    as,
    system: as(systemActor),
    getPublicSites: () => getPublicSites(as(anonymous)),
    limit: createBuildLimit({ running: 4, waiting: 200 }),
    provider:
      config.oidc === null || config.publicUrl === null
        ? null
        : createProvider(config.oidc, config.publicUrl),
  }
  addErrors(app)
  addValidation(app)
  addRequests(app)
  await addSecurity(app, config)
  await app.register(compress, { encodings: ['br', 'gzip'] })
  addMetrics(app, { bodies, token: config.metricsToken })
  await addSessions(app, context)
  await addCsrf(app, context.system)
  await addRateLimit(app)
  await addDocs(app)
  for (const add of [...readers, ...writers]) {
    add(app, context)
  }
  await addWeb(app, webDir)
  await keepBodiesFresh(app, context)
  addAlertClock(app, context)
  return app
}
