/** How does the page hear of what others change? By a stream; where it cannot pass, by asking again and again. */
import type { ChangeEvent } from '../core/api/events.ts'
import { paths } from '../core/api/paths.ts'
import { ApiProblem, call } from './api.ts'
import { refreshChanged } from './refresh-changed.ts'
import { useApp } from './state/store.ts'

/** A stream that says nothing for so long is held back by something on the way. */
const patience_ms = 6_000
const mostFailures = 3
const pollEvery_ms = 1_500
const pollAfterFailure_ms = 10_000
/** What held the stream back may be gone. */
const tryStreamAgain_ms = 300_000

let source: EventSource | null = null
let timer: ReturnType<typeof setTimeout> | undefined
/** Of the event heard last; null: from now on. */
let lastId: string | null = null
let failures = 0
/** Until then the stream is not tried. */
let pollUntil_ms = 0

/** Called once, when the opening map is there. */
export function followChanges(): void {
  document.addEventListener('visibilitychange', connect)
  useApp.subscribe((state, before) => {
    const isOther = (state.session?.user_id ?? null) !== (before.session?.user_id ?? null)
    if (isOther || state.session_end !== before.session_end) {
      // Another reader begins anew, with what is fetched for them.
      lastId = null
      connect()
    }
  })
  connect()
}

/** A page that nobody looks at holds no connection; what it missed it learns when it is looked at again. */
function connect(): void {
  disconnect()
  if (document.visibilityState === 'hidden') return
  if (Date.now() < pollUntil_ms) void poll()
  else openStream()
}

function disconnect(): void {
  clearTimeout(timer)
  source?.close()
  source = null
}

function openStream(): void {
  const stream = new EventSource(paths.streamEvents)
  source = stream
  const isCurrent = () => source === stream
  timer = setTimeout(() => isCurrent() && giveUpStream(), patience_ms)
  stream.addEventListener('ready', ({ lastEventId }) => {
    clearTimeout(timer)
    failures = 0
    void catchUp(isCurrent, lastEventId)
  })
  stream.addEventListener('change', ({ data, lastEventId }: MessageEvent<string>) => {
    lastId = lastEventId
    refreshChanged([JSON.parse(data) as ChangeEvent])
  })
  stream.onerror = () => {
    if (!isCurrent()) return
    failures += 1
    // The browser connects again by itself, unless the server refused.
    if (failures >= mostFailures || stream.readyState === EventSource.CLOSED) giveUpStream()
  }
}

/** What happened between the last event and this stream. */
async function catchUp(isCurrent: () => boolean, startId: string): Promise<void> {
  const since = lastId
  lastId = startId
  if (since === null) return
  try {
    const { events } = await call('listEvents', { query: { since } })
    if (isCurrent()) refreshChanged(events)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    if (isCurrent()) refreshChanged([{ noun: 'data_state', ids: [] }])
  }
}

function giveUpStream(): void {
  pollUntil_ms = Date.now() + tryStreamAgain_ms
  failures = 0
  connect()
}

async function poll(): Promise<void> {
  const asked = lastId
  let pause_ms = pollEvery_ms
  try {
    const { last_id, events } = await call('listEvents', asked === null ? {} : { query: { since: asked } })
    // Another reader may have come meanwhile.
    if (lastId !== asked) return
    lastId = last_id
    refreshChanged(events)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    pause_ms = pollAfterFailure_ms
  }
  if (source === null && document.visibilityState === 'visible') timer = setTimeout(connect, pause_ms)
}
