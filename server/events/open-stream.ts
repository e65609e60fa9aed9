/** What does a listener hear? What it missed, then every change that it sees, as long as its session lasts. */
import { PassThrough, type Readable } from 'node:stream'
import type { ChangeEvent } from '../../core/api/events.ts'
import type { Reader } from '../../core/rights/seen-site.ts'
import type { ChangeFeed } from './change-feed.ts'
import type { EventIds } from './event-ids.ts'
import { toEvents } from './to-events.ts'

/** Proxies close what is silent for half a minute. */
const comment_ms = 15_000
/** A listener that does not read is let go: it comes back with its last id. */
const mostUnread_bytes = 65_536

export interface StreamParts {
  readonly feed: ChangeFeed
  readonly ids: EventIds
  /** As the listener reads now. */
  readonly getReader: () => Promise<Reader>
  /** Whether it is still the one that opened the stream. */
  readonly isOpen: () => Promise<boolean>
  /** Of the event heard last; null for one who has just come. */
  readonly lastId: string | null
}

export function openStream({ feed, ids, getReader, isOpen, lastId }: StreamParts): Readable {
  const stream = new PassThrough()
  let position = lastId === null ? feed.position() : (ids.open(lastId) ?? -1)
  let turn = Promise.resolve()

  const write = (text: string) => {
    if (stream.writableEnded || stream.destroyed) return
    stream.write(text)
    if (stream.writableLength > mostUnread_bytes) stream.destroy()
  }
  const tell = async () => {
    const changes = feed.listAfter(position)
    const reached = feed.position()
    const events = changes?.length === 0 ? [] : toEvents(changes, await getReader())
    // After the change was read: whoever lost a right before it does not hear of it.
    if (events.length > 0 && !(await isOpen())) return void stream.end()
    // Only now: what failed is told by the next turn.
    position = reached
    write(events.map((event) => toText(event, ids.seal(reached))).join(''))
  }
  const comment = async () => {
    if (await isOpen()) write(':\n\n')
    else stream.end()
  }
  // One after the other; a database that is away for a moment does not end the stream.
  const queue = (step: () => Promise<void>) => {
    turn = turn.then(step).catch(() => undefined)
  }

  // Said at once: a listener that does not hear it sits behind something that holds streams back.
  write(`retry: 2000\nid: ${ids.seal(position < 0 ? feed.position() : position)}\nevent: ready\ndata: {}\n\n`)
  const unsubscribe = feed.subscribe(() => queue(tell))
  const timer = setInterval(() => queue(comment), comment_ms).unref()
  stream.once('close', () => {
    unsubscribe()
    clearInterval(timer)
  })
  queue(tell)
  return stream
}

function toText({ noun, ids }: ChangeEvent, id: string): string {
  return `id: ${id}\nevent: change\ndata: ${JSON.stringify({ noun, ids })}\n\n`
}
