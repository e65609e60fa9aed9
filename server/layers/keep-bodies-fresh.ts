/** How do kept bodies follow the data? */
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { buildOpeningBodies } from './opening-layers.ts'
import { watchData } from './watch-data.ts'

/** Forgets bodies when the data change and builds those of the first view ahead of anybody's asking. */
export async function keepBodiesFresh(app: FastifyInstance, context: Context): Promise<void> {
  const { db, bodies } = context
  let closed = false
  let warming = Promise.resolve()
  const warm = () => {
    warming = warming
      .then(() => (closed ? undefined : buildOpeningBodies(bodies)))
      // Whoever asks for a body next builds it, and is told what is wrong.
      .catch((error: unknown) => app.log.warn({ err: error }, 'bodies of the first view not built ahead'))
  }
  const watch = await watchData(db, () => {
    bodies.clear()
    warm()
  })
  app.addHook('onListen', async () => warm())
  app.addHook('onClose', async () => {
    closed = true
    await watch.stop()
    await warming
  })
}
