/** What has changed: told at once by a stream, or asked for. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { listEvents, streamEvents } from '../../core/api/events.ts'
import type { Actor, PublicSites } from '../../core/permissions.ts'
import type { Reader } from '../../core/rights/seen-site.ts'
import { toNetwork } from '../accounts/to-network.ts'
import type { Context } from '../context.ts'
import { createEventIds } from '../events/event-ids.ts'
import { createListenersOfAddresses } from '../events/listeners-of-addresses.ts'
import { createOpenSessions, type IsOpenSession } from '../events/open-sessions.ts'
import { openStream } from '../events/open-stream.ts'
import { toEvents } from '../events/to-events.ts'
import { addEndpoint, addRawEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'

export function addEvents(app: FastifyInstance, context: Context): void {
  const { feed, system } = context
  const ids = createEventIds()
  const listeners = createListenersOfAddresses({ ofAddress: 200, ofAll: 5_000 })
  const isOpenSession = createOpenSessions(system)
  const open = new Set<{ destroy: () => void }>()
  const getPublicSites = askOncePerChange(context)
  const toReader = async (actor: Actor): Promise<Reader> => ({
    actor,
    public_sites: await getPublicSites(),
    today: toDays(undefined).today,
  })
  addRawEndpoint(app, streamEvents, async ({ actor }, request, reply) => {
    const leave = listeners.enter(toNetwork(request.ip))
    const stream = openStream({
      feed,
      ids,
      getReader: () => toReader(actor),
      isOpen: () => isStillSignedIn(isOpenSession, request),
      lastId: toLastId(request),
    })
    open.add(stream)
    stream.once('close', () => {
      leave()
      open.delete(stream)
    })
    // Proxies that collect before they pass on are asked not to.
    void reply.header('cache-control', 'no-store, no-transform').header('x-accel-buffering', 'no')
    return reply.type('text/event-stream; charset=utf-8').send(stream)
  })
  addEndpoint(app, listEvents, async ({ actor, query }) => {
    const position = feed.position()
    if (query.since === undefined) return { last_id: ids.seal(position), events: [] }
    const since = ids.open(query.since)
    const changes = since === null ? null : feed.listAfter(since)
    const events = changes?.length === 0 ? [] : toEvents(changes, await toReader(actor))
    return { last_id: ids.seal(position), events: [...events] }
  })
  // A stream never ends by itself: the server would wait for it.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.destroy()
  })
}

/** What visitors see follows from the data: asked after a change once, not by every listener. */
function askOncePerChange({ feed, getPublicSites }: Context): () => Promise<PublicSites> {
  let known: { readonly position: number; readonly mode: Promise<PublicSites> } | null = null
  return async () => {
    if (known?.position !== feed.position()) known = { position: feed.position(), mode: getPublicSites() }
    const asked = known
    return asked.mode.catch((error: unknown) => {
      if (known === asked) known = null
      throw error
    })
  }
}

/** A visitor has no session that could end. */
async function isStillSignedIn(
  isOpenSession: IsOpenSession,
  { account, session }: FastifyRequest,
): Promise<boolean> {
  return account === null || isOpenSession({ id: session.sessionId, account })
}

function toLastId({ headers }: FastifyRequest): string | null {
  const id = headers['last-event-id']
  return typeof id === 'string' && id !== '' ? id.slice(0, 100) : null
}
