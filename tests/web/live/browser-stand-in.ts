/** What `web/live.ts` asks of a browser, moved by the test: streams, answers, whether the page is looked at. */
import { vi } from 'vitest'
import type { ChangeEvent } from '../../../core/api/events.ts'

type Listener = (event: { readonly data: string; readonly lastEventId: string }) => void

export class StreamStandIn {
  static readonly CLOSED = 2
  readyState = 0
  onerror: () => void = () => undefined
  readonly #listeners = new Map<string, Listener>()

  constructor() {
    streams.push(this)
  }
  addEventListener(name: string, listener: Listener): void {
    this.#listeners.set(name, listener)
  }
  close(): void {
    this.readyState = StreamStandIn.CLOSED
  }
  /** As the server says it first, also to whom it knows. */
  say(name: 'ready' | 'change', lastEventId: string, event: object = {}): void {
    this.readyState = 1
    this.#listeners.get(name)?.({ data: JSON.stringify(event), lastEventId })
  }
  /** `lost`: the browser tries again by itself; `refused`: it does not. */
  fail(how: 'lost' | 'refused'): void {
    this.readyState = how === 'lost' ? 0 : StreamStandIn.CLOSED
    this.onerror()
  }
}

/** Every stream that was opened, the newest last. */
export let streams: StreamStandIn[] = []

/** What was asked for by `since`, and answers it. */
export interface Asked {
  readonly since: string | null
  readonly answer: (last_id: string, ...events: readonly ChangeEvent[]) => Promise<void>
  readonly refuse: () => Promise<void>
}

export let asked: Asked[] = []
/** Other paths that were asked for. */
export let fetched: string[] = []

const page = { visibility: 'visible', listeners: [] as (() => void)[] }

export function setUpBrowser(): void {
  streams = []
  asked = []
  fetched = []
  page.visibility = 'visible'
  page.listeners = []
  vi.stubGlobal('EventSource', StreamStandIn)
  // The engine of shares is none of this.
  vi.stubGlobal('Worker', EventTarget)
  vi.stubGlobal('document', {
    get visibilityState() {
      return page.visibility
    },
    addEventListener: (_: string, listener: () => void) => page.listeners.push(listener),
  })
  vi.stubGlobal('fetch', (address: string) => {
    const url = new URL(address, 'http://page')
    if (url.pathname !== '/api/events/since') {
      fetched.push(url.pathname)
      return Promise.resolve(
        Response.json({ code: 'too_busy', params: {}, request_id: 'r' }, { status: 503 }),
      )
    }
    return new Promise<Response>((resolve) => {
      const settle = async (response: Response) => {
        resolve(response)
        await vi.advanceTimersByTimeAsync(0)
      }
      asked.push({
        since: url.searchParams.get('since'),
        answer: (last_id, ...events) => settle(Response.json({ last_id, events })),
        // Not one of those that are tried again at once.
        refuse: () =>
          settle(Response.json({ code: 'internal', params: {}, request_id: 'r' }, { status: 500 })),
      })
    })
  })
}

export async function setVisibility(visibility: 'visible' | 'hidden'): Promise<void> {
  page.visibility = visibility
  for (const listener of page.listeners) listener()
  await vi.advanceTimersByTimeAsync(0)
}
