/** A listener over real HTTP: what it hears, as an EventSource would. */
export interface HeardEvent {
  readonly id: string
  readonly noun: string
  readonly ids: readonly number[]
}

export interface Listening {
  readonly events: HeardEvent[]
  readonly headers: Headers
  readonly status: number
  /** The id to go on from. */
  readonly lastId: () => string
  /** Whether the server has ended the stream. */
  readonly isEnded: () => boolean
  readonly close: () => void
}

export interface ListeningOptions {
  readonly lastId?: string
  readonly cookie?: string
  /** As a proxy in front tells it. */
  readonly address?: string
}

export async function listen(
  origin: string,
  { lastId, cookie, address }: ListeningOptions = {},
): Promise<Listening> {
  const stop = new AbortController()
  const response = await fetch(`${origin}/api/events`, {
    signal: stop.signal,
    headers: {
      accept: 'text/event-stream',
      'accept-encoding': 'br, gzip',
      ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(address === undefined ? {} : { 'x-forwarded-for': address }),
    },
  })
  const heard = { events: [] as HeardEvent[], lastId: '', isEnded: false }
  void read(response, heard).catch(() => (heard.isEnded = true))
  return {
    events: heard.events,
    headers: response.headers,
    status: response.status,
    lastId: () => heard.lastId,
    isEnded: () => heard.isEnded,
    close: () => stop.abort(),
  }
}

async function read(
  response: Response,
  heard: { readonly events: HeardEvent[]; lastId: string; isEnded: boolean },
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s) as [string, string]))
      const id = lines.get('id')
      if (id !== undefined) heard.lastId = id
      const data = lines.get('data')
      if (data === undefined || lines.get('event') !== 'change') continue
      heard.events.push({ id: heard.lastId, ...(JSON.parse(data) as Omit<HeardEvent, 'id'>) })
    }
  }
  heard.isEnded = true
}
