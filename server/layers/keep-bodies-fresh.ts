/** How do kept bodies follow the data? */
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { buildOpeningBodies } from './opening-layers.ts'

/** Many changes in a row are built once: a commune layer takes a third of a second. */
const pause_ms = 1000

/** Forgets bodies when the data change and builds those of the first view ahead of anybody's asking. */
export async function keepBodiesFresh(app: FastifyInstance, { feed, bodies }: Context): Promise<void> {
  let closed = false
  let warming = Promise.resolve()
  let waiting: NodeJS.Timeout | null = null
  const warm = () => {
    waiting = null
    warming = warming
      .then(() => (closed ? undefined : buildOpeningBodies(bodies)))
      // Whoever asks for a body next builds it, and is told what is wrong.
      .catch((error: unknown) => app.log.warn({ err: error }, 'bodies of the first view not built ahead'))
  }
  feed.subscribe((changes) => {
    bodies.forget(new Set(changes.map(({ noun }) => noun)))
    waiting ??= setTimeout(warm, pause_ms).unref()
  })
  await feed.start()
  app.addHook('onListen', async () => warm())
  app.addHook('onClose', async () => {
    closed = true
    if (waiting !== null) clearTimeout(waiting)
    await feed.stop()
    await warming
  })
}
