/** How does the built page reach the browser? */
import { existsSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Files under here carry a hash of their content in their name: they never change. */
const hashedFolder = 'assets'
const year_s = 31_536_000

/**
 * Serves the folder; without one (the page is not built) there is no page, and the API works as ever.
 * Compressed copies made by the build (`.br`, `.gz`) are sent as they are.
 */
export async function addWeb(app: FastifyInstance, webDir: string): Promise<void> {
  if (!existsSync(webDir)) return
  await app.register(fastifyStatic, {
    root: webDir,
    preCompressed: true,
    cacheControl: false,
    index: ['index.html'],
    setHeaders: (reply, path) => {
      const isHashed = basename(dirname(path)) === hashedFolder
      void reply.header('cache-control', isHashed ? `public, max-age=${year_s}, immutable` : 'no-cache')
      // Browsers refuse a module worker that does not say it is JavaScript.
      if (extname(path.replace(/\.(br|gz)$/, '')) === '.mjs') {
        void reply.header('content-type', 'text/javascript; charset=utf-8')
      }
    },
  })
}
