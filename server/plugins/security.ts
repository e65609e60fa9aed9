/** What may a page of ours load and do? Nothing from another host unless the configuration names it. */
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

export async function addSecurity(app: FastifyInstance, config: Config): Promise<void> {
  const configured = [...config.basemapOrigins]
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'", ...configured],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        // The map draws its symbols on canvases and reads them back as data and blobs.
        imgSrc: ["'self'", 'data:', 'blob:', ...configured],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'"],
      },
    },
    // Over plain http on a machine's own address these would break the page; a proxy that speaks https sets them.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
}
