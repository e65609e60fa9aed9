/** How does the page hear of what others change? By a stream; where it cannot pass, by asking again and again. */
import type { ChangeEvent } from '../core/api/events.ts'
import { paths } from '../core/api/paths.ts'
import { ApiProblem, call } from './api.ts'
import { refreshChanged } from './refresh-changed.ts'
import { lookAtSession } from './session.ts'
import { useApp } from './state/store.ts'

/** A stream that says nothing for so long is held back by something on the way. */
const patience_ms = 6_000
const mostFailures = 3
const pollEvery_ms = 1_500
const pollAfterFailure_ms = 10_000
/** What holds a stream back may be gone by then; a server that was away, much sooner. */
const tryAgain_ms = { silent: 300_000, failed: 30_000 } as const

let source: EventSource | null = null
let timer: ReturnType<typeof setTimeout> | undefined
/** Of the event heard last; null: from now on. */
let lastId: string | null = null
let failures = 0
/** Until then the stream is not tried. */
let pollUntil_ms = 0
/** Counts connections: what an earlier one asked for is not waited for any more. */
let turn = 0

/** Called once, when the opening map is there. `from`: where it was before the first data were asked for. */
export function followChanges(from: string | null): void {
  lastId = from
  document.addEventListener('visibilitychange', connect)
  useApp.subscribe(({ session, session_end }, before) => {
    // What the server first tells of the session was so before: the stream was opened with the same cookie.
    const isOther = before.session !== null && session?.user_id !== before.session.user_id
    if (isOther || session_end !== before.session_end) connect()
    // Between the end of the session and its owner's return the page heard what a visitor hears.
    if (before.session_end === 'expired' && session_end === 'none') lookAtAll()
  })
  connect()
}

function lookAtAll(): void {
  refreshChanged([{ noun: 'data_state', ids: [] }])
}

/** A page that nobody looks at holds no connection; what it missed it learns when it is looked at again. */
function connect(): void {
  turn += 1
  clearTimeout(timer)
  source?.close()
  source = null
  if (document.visibilityState === 'hidden') return
  if (Date.now() < pollUntil_ms) void poll(turn)
  else openStream()
}

function openStream(): void {
  const stream = new EventSource(paths.streamEvents)
  source = stream
  let isNew = true
  const expectWord = () => {
    clearTimeout(timer)
    timer = setTimeout(() => giveUpStream('silent'), patience_ms)
  }
  expectWord()
  stream.addEventListener('ready', ({ lastEventId }) => {
    clearTimeout(timer)
    failures = 0
    if (isNew) void catchUp(lastEventId)
    // The browser came back by itself and has said where it was. The server may have ended the stream with the session.
    else void lookAtSession()
    isNew = false
  })
  stream.addEventListener('change', ({ data, lastEventId }: MessageEvent<string>) => {
    lastId = lastEventId
    refreshChanged([JSON.parse(data) as ChangeEvent])
  })
  stream.onerror = () => {
    if (source !== stream) return
    failures += 1
    // The browser connects again by itself, unless the server refused.
    if (failures >= mostFailures || stream.readyState === EventSource.CLOSED) giveUpStream('failed')
    else expectWord()
  }
}

/** What happened between the last event and this stream. Whatever became of the stream, the page looks again. */
async function catchUp(startId: string): Promise<void> {
  const since = lastId
  lastId = startId
  if (since === null) return
  try {
    refreshChanged((await call('listEvents', { query: { since } })).events)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    lookAtAll()
  }
}

function giveUpStream(why: keyof typeof tryAgain_ms): void {
  pollUntil_ms = Date.now() + tryAgain_ms[why]
  failures = 0
  connect()
}

async function poll(mine: number): Promise<void> {
  const isCurrent = () => mine === turn
  let pause_ms = pollEvery_ms
  try {
    const { last_id, events } = await call('listEvents', lastId === null ? {} : { query: { since: lastId } })
    // Whoever asks instead begins where this one did.
    if (!isCurrent()) return
    lastId = last_id
    refreshChanged(events)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    pause_ms = pollAfterFailure_ms
  }
  if (isCurrent()) timer = setTimeout(connect, pause_ms)
}
